/** @jsxImportSource react */
import 'graphiql/setup-workers/vite';
// One by one, without the fonts that the style of the whole brings along: they lack letters of Vietnamese.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import { createRoot } from 'react-dom/client';
import { readAddress } from './address.ts';
import { firstLanguage, setLanguage } from './language.ts';
import { fetchOperations } from './operations.ts';
import { Playground } from './playground.tsx';
import './style.css';
import './narrow.css';

const shared = readAddress(location);
setLanguage(firstLanguage(shared.lang));
// The playground is of use without them; its menu says that they are missing.
const operations = await fetchOperations().catch(() => undefined);
createRoot(document.querySelector('#playground')!).render(
  <Playground operations={operations} shared={shared} />,
);
