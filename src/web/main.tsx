import { QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { colourRules } from '../pieces/kinds.ts';
import { Explorer } from './explorer.tsx';
import { startEarly } from './start-early.ts';
import { followData } from './state/follow-data.ts';
import { queryClient } from './state/questions.ts';
import { recoverByItself } from './state/recover.ts';
import './style.css';

startEarly();

// The colours of kinds, of which the style sheet knows only the names.
const colours = new CSSStyleSheet();
colours.replaceSync(colourRules);
document.adoptedStyleSheets.push(colours);

recoverByItself();
followData();

render(
  <QueryClientProvider client={queryClient}>
    <Explorer />
  </QueryClientProvider>,
  document.querySelector('#explorer')!,
);
