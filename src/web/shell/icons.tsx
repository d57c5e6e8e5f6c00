import type { ViewName } from '../state/view-state.ts';

/** The drawings of the shell, one line wide, on a square of 24. */
const paths = {
  graph:
    'M6.5 8.2 10 16m1-9.6 5.4-.9m1.6 3-4.6 7.4M7 6a2 2 0 1 1-4 0 2 2 0 0 1 4 0Zm14-1a2 2 0 1 1-4 0 2 2 0 0 1 4 0Zm-7.5 13a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
  timeline: 'M3 12h18M7 12V7m5 5v5m5-5V8M7 5.5v0m5 13v0m5-12v0',
  map: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-18c2.6 2.5 3.8 5.5 3.8 9s-1.2 6.5-3.8 9m0-18C9.4 5.5 8.2 8.5 8.2 12s1.2 6.5 3.8 9M3.5 9h17m-17 6h17',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9',
  directions: 'M12 3v18m0-16h6l2 2-2 2h-6m0 3H6l-2 2 2 2h6M9 21h6',
  figures: 'M4 20h16M6.5 20v-6m5.5 6V5m5.5 15v-9',
  sources: 'M5 4h10v16H7a2 2 0 0 1-2-2V4Zm10 4h4v10a2 2 0 0 1-4 0M8 8h4m-4 4h4m-4 4h4',
  disagreements: 'M4 5h11v7H9l-3 3v-3H4V5Zm5 10v1h6l3 3v-3h2V9h-2',
  path: 'M7 18a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM21 6a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM7 18h7a3 3 0 0 0 0-6h-4a3 3 0 0 1 0-6h7',
  common: 'M15 12a6 6 0 1 1-12 0 6 6 0 0 1 12 0Zm6 0a6 6 0 1 1-12 0 6 6 0 0 1 12 0Z',
  compare: 'M4 5h6v14H4zm10 0h6v14h-6zM12 3v18',
  search: 'm20 20-4.6-4.6M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.1-1.1',
  export: 'M12 4v11m0 0-4-4m4 4 4-4M4 17v3h16v-3',
  embed: 'm8 8-4 4 4 4m8-8 4 4-4 4M13.5 5l-3 14',
  query: 'M12 3.5 19.4 7.75v8.5L12 20.5l-7.4-4.25v-8.5L12 3.5Zm0 0L4.6 16.25h14.8L12 3.5Z',
  light:
    'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-13v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
  auto: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-18v18m0-14 4-2.5M12 11l7-4M12 15l8-4.5M12 19l8-4.5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  menu: 'M4 7h16M4 12h16M4 17h16',
  up: 'm6 15 6-6 6 6',
  down: 'm6 9 6 6 6-6',
  close: 'm6 6 12 12M18 6 6 18',
  about: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v5m0-8.5v0',
  keyboard: 'M3 7h18v10H3zM7 10.5h.01m3.3 0h.01m3.3 0h.01m3.3 0h.01M8 14h8',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
} as const satisfies Record<ViewName, string> & Record<string, string>;

export type IconName = keyof typeof paths;

/** A drawing beside words or in a button that has a label; screen readers pass it by. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="drawn" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width={name === 'more' ? 3 : 1.7}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** The mark of the program: two stems of bamboo. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#1d6b45" />
      <path
        d="M13 28V4m6 24V4M11 12h4m2 0h4M11 20h4m2 0h4"
        fill="none"
        stroke="#d9f2e3"
        stroke-width="2.6"
        stroke-linecap="round"
      />
    </svg>
  );
}
