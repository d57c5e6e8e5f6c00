/**
 * The kinds of entities fall into families, each with a colour of its own, for no eye tells forty colours apart. Within a family
 * the label tells the kind. The colours are told apart by people who see few, in light and in dark (Okabe and Ito, 2008, moved
 * until each has a contrast of 3 to 1 against the paper).
 */
export const families = {
  people: { kinds: ['person', 'office', 'group'], light: '#c1440e', dark: '#f4895f' },
  countries: {
    kinds: ['country', 'grouping', 'region', 'locality', 'venue'],
    light: '#1769aa',
    dark: '#6bb3ec',
  },
  bodies: { kinds: ['body', 'organization', 'media'], light: '#5b4fb5', dark: '#a99ef0' },
  meetings: {
    kinds: ['series', 'conference', 'session', 'event', 'period', 'speech', 'anniversary'],
    light: '#a3286b',
    dark: '#ef86bd',
  },
  documents: { kinds: ['document', 'agreement'], light: '#7a5c00', dark: '#dcb84a' },
  ideas: {
    kinds: ['pillar', 'lesson', 'direction', 'principle', 'saying', 'diplomacy', 'topic'],
    light: '#1d7a4d',
    dark: '#6fcf9b',
  },
  work: { kinds: ['task', 'request', 'assessment'], light: '#0b7285', dark: '#5fc9d8' },
  relations: { kinds: ['partnership', 'post'], light: '#b02a2a', dark: '#f58484' },
  figures: { kinds: ['metric', 'observation'], light: '#5f6b1e', dark: '#bccb62' },
  sources: { kinds: ['source', 'photograph'], light: '#5c6670', dark: '#a9b4be' },
} as const;
export type Family = keyof typeof families;

const byKind = new Map<string, Family>(
  Object.entries(families).flatMap(([family, { kinds }]) =>
    kinds.map((kind) => [kind, family as Family] as const),
  ),
);

/** The family of a kind; kinds that an ontology adds go with the ideas. */
export const familyOf = (kind: string): Family => byKind.get(kind) ?? 'ideas';

export const colourOf = (kind: string, theme: 'light' | 'dark'): string =>
  families[familyOf(kind)][theme];

/** The name of the CSS custom property that holds the colour of a kind: it follows the theme. */
export const colourVariable = (kind: string): string => `--caytre-kind-${familyOf(kind)}`;

/** Those properties for a style sheet. */
export const colourRules = `:root, :host {\n${Object.entries(families)
  .map(([family, { light, dark }]) => `  --caytre-kind-${family}: light-dark(${light}, ${dark});`)
  .join('\n')}\n}\n`;
