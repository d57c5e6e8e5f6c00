import { signal } from '@preact/signals';

const query = matchMedia('(max-width: 59.99rem)');

/** Whether there is no room beside the view, as on phones and upright tablets: the card is a sheet then, and menus are gathered. */
export const isNarrow = signal(query.matches);
query.addEventListener('change', ({ matches }) => {
  isNarrow.value = matches;
});
