import { colourOf, colourVariable } from './kinds.ts';
import type { Theme } from './settings.ts';

/** The colours that a drawing needs, as something that SVG takes. */
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
  /** The colour of a kind of entities. */
  readonly kind: (kind: string) => string;
}

/** Colours as they are, for what knows no style sheet; a test holds them together with theme.css. */
export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
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
    kind: (kind) => colourOf(kind, 'light'),
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
    kind: (kind) => colourOf(kind, 'dark'),
  },
};

/** That of a picture, which cannot ask what the reader likes: light unless it is told. */
export const pictureColours = (theme: Theme): Palette =>
  palettes[theme === 'dark' ? 'dark' : 'light'];

/** Colours that follow the theme of the page, for what is drawn within one. */
export const livePalette: Palette = {
  paper: 'var(--caytre-paper)',
  card: 'var(--caytre-card)',
  ink: 'var(--caytre-ink)',
  soft: 'var(--caytre-soft)',
  line: 'var(--caytre-line)',
  accent: 'var(--caytre-accent)',
  onAccent: 'var(--caytre-on-accent)',
  warn: 'var(--caytre-warn)',
  land: 'var(--caytre-land)',
  sea: 'var(--caytre-sea)',
  home: 'var(--caytre-home)',
  steps: [1, 2, 3, 4].map((step) => `var(--caytre-step-${step})`),
  kind: (kind) => `var(${colourVariable(kind)})`,
};
