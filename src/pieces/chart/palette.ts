import { colourVariable, families, familyOf } from '../kinds.ts';
import type { Theme } from '../settings.ts';

/** The colours that a chart is drawn in: properties that follow the theme of the page, or plain ones for a picture. */
export interface Palette {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly warn: string;
  /** Of land that nothing is stated about, of the waters, and of the country that the map is of. */
  readonly land: string;
  readonly sea: string;
  readonly home: string;
  /** Of steps that rise, the lowest first: as many as `steps` is long are told apart well. */
  readonly steps: readonly string[];
  readonly ofKind: (kind: string) => string;
}

/** The names of the custom properties that theme.css gives. */
const variables = {
  paper: '--caytre-paper',
  card: '--caytre-card',
  ink: '--caytre-ink',
  soft: '--caytre-soft',
  line: '--caytre-line',
  accent: '--caytre-accent',
  onAccent: '--caytre-on-accent',
  warn: '--caytre-warn',
  land: '--caytre-land',
  sea: '--caytre-sea',
  home: '--caytre-home',
} as const;
const STEPS = 4;

/** In the colours of the page around it. */
export const livePalette: Palette = {
  ...(Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => [name, `var(${variable})`]),
  ) as Record<keyof typeof variables, string>),
  steps: Array.from({ length: STEPS }, (_, step) => `var(--caytre-step-${step + 1})`),
  ofKind: (kind) => `var(${colourVariable(kind)})`,
};

/** The same in plain colours, for pictures, which know no custom properties; a test holds them together with the style sheets. */
export const plainPalettes = {
  light: {
    paper: '#fbfaf6',
    card: '#ffffff',
    ink: '#1c2420',
    soft: '#56625b',
    line: '#d9ddd4',
    accent: '#1d6b45',
    onAccent: '#ffffff',
    warn: '#8a4b08',
    land: '#dfddd2',
    sea: '#eef3f2',
    home: '#c8321f',
    steps: ['#a9d3b8', '#66b286', '#2c8658', '#0c4a2d'],
    ofKind: (kind: string) => families[familyOf(kind)].light,
  },
  dark: {
    paper: '#131916',
    card: '#1b231f',
    ink: '#e7ede8',
    soft: '#a3b0a8',
    line: '#34403a',
    accent: '#6fcf9b',
    onAccent: '#0e1512',
    warn: '#f0b35f',
    land: '#35403a',
    sea: '#17201d',
    home: '#ff8a73',
    steps: ['#3c6a52', '#4d9a70', '#76cc9c', '#c4f5d8'],
    ofKind: (kind: string) => families[familyOf(kind)].dark,
  },
} as const satisfies Record<'light' | 'dark', Palette>;

/** That of a picture, which cannot ask what the reader likes: light unless it is told. */
export const pictureColours = (theme: Theme): Palette =>
  plainPalettes[theme === 'dark' ? 'dark' : 'light'];
