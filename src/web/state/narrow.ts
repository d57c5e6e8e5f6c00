import { signal } from '@preact/signals';

const query = matchMedia('(max-width: 49.99rem)');

/** Whether the window is as narrow as a phone's: the card is a sheet then, and menus are gathered in one. */
export const isNarrow = signal(query.matches);
query.addEventListener('change', ({ matches }) => {
  isNarrow.value = matches;
});
