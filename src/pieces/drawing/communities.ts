/**
 * The colours of communities, the largest first; those beyond share the last, a grey. Each has a contrast of 3 to 1 against the
 * paper, in light and in dark.
 */
export const communityColours: Readonly<Record<'light' | 'dark', readonly string[]>> = {
  light: [
    '#1769aa',
    '#c1440e',
    '#1d7a4d',
    '#a3286b',
    '#7a5c00',
    '#5b4fb5',
    '#0b7285',
    '#b02a2a',
    '#5f6b1e',
    '#8a3ea8',
    '#56625b',
  ],
  dark: [
    '#6bb3ec',
    '#f4895f',
    '#6fcf9b',
    '#ef86bd',
    '#dcb84a',
    '#a99ef0',
    '#5fc9d8',
    '#f58484',
    '#bccb62',
    '#d394ea',
    '#a3b0a8',
  ],
};

/** The colour of a community by its position; of what belongs to none, the grey. */
export function communityColour(community: number | null, theme: 'light' | 'dark'): string {
  const colours = communityColours[theme];
  return colours[Math.min(community ?? colours.length, colours.length - 1)]!;
}
