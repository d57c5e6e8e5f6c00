/** @jsxImportSource react */
import { createRoot } from 'react-dom/client';

createRoot(document.querySelector('#playground')!).render(<main>GraphiQL</main>);
