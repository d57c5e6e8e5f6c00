import { colourOf, colourVariable } from './kinds.ts';

/** The colours that a drawing needs, as something that SVG and canvas take. */
export interface Palette {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  /** The colour of a kind of entities. */
  readonly kind: (kind: string) => string;
}

/** Colours as they are, for pictures that know no style sheet: those of theme.css, which a test compares. */
export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    paper: '#fbfaf6',
    card: '#ffffff',
    ink: '#1c2420',
    soft: '#56625b',
    line: '#d9ddd4',
    accent: '#1d6b45',
    kind: (kind) => colourOf(kind, 'light'),
  },
  dark: {
    paper: '#131916',
    card: '#1b231f',
    ink: '#e7ede8',
    soft: '#a3b0a8',
    line: '#34403a',
    accent: '#6fcf9b',
    kind: (kind) => colourOf(kind, 'dark'),
  },
};

/** Colours that follow the theme of the page, for what is drawn within one. */
export const livePalette: Palette = {
  paper: 'var(--caytre-paper)',
  card: 'var(--caytre-card)',
  ink: 'var(--caytre-ink)',
  soft: 'var(--caytre-soft)',
  line: 'var(--caytre-line)',
  accent: 'var(--caytre-accent)',
  kind: (kind) => `var(${colourVariable(kind)})`,
};
