import { communityColour } from '../pieces/drawing/communities.ts';
import { families, familyOf } from '../pieces/kinds.ts';
import { type Palette, palettes } from '../pieces/palette.ts';

type Drawn = 'paper' | 'card' | 'ink' | 'soft' | 'line' | 'accent';

/** The colours that hold where a drawing stands, as canvas and WebGL take them. */
export interface Theme extends Pick<Palette, Drawn | 'kind'> {
  readonly name: 'light' | 'dark';
  readonly font: string;
  readonly community: (community: number | null) => string;
}

/** Reads the custom properties that hold at an element; where one is not set, it is as theme.css has it. */
export function readTheme(element: HTMLElement): Theme {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const resolve = (colour: string): string => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const { light, dark } = palettes;
  const colour = (name: Drawn): string =>
    resolve(`var(--caytre-${name}, light-dark(${light[name]}, ${dark[name]}))`);
  const name =
    resolve('light-dark(rgb(1, 1, 1), rgb(0, 0, 0))') === 'rgb(1, 1, 1)' ? 'light' : 'dark';
  const byFamily = new Map(
    Object.entries(families).map(([family, colours]) => [
      family,
      resolve(`var(--caytre-kind-${family}, light-dark(${colours.light}, ${colours.dark}))`),
    ]),
  );
  const theme: Theme = {
    name,
    font: getComputedStyle(element).fontFamily,
    paper: colour('paper'),
    card: colour('card'),
    ink: colour('ink'),
    soft: colour('soft'),
    line: colour('line'),
    accent: colour('accent'),
    kind: (kind) => byFamily.get(familyOf(kind))!,
    community: (community) => communityColour(community, name),
  };
  probe.remove();
  return theme;
}

/** Calls back when what `readTheme` answers may have changed; answers what ends that. */
export function watchTheme(changed: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class', 'style', 'data-theme'],
  });
  return () => {
    media.removeEventListener('change', changed);
    observer.disconnect();
  };
}

/** A colour as three numbers from 0 to 255. */
const numbersOf = (colour: string): readonly number[] =>
  colour.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);

/** A colour with some opacity. */
export const withOpacity = (colour: string, opacity: number): string =>
  `rgba(${numbersOf(colour).join(', ')}, ${opacity})`;

/** A colour as it looks with some opacity on another: sigma's lines cannot be seen through. */
export function mixed(colour: string, ground: string, opacity: number): string {
  const below = numbersOf(ground);
  const parts = numbersOf(colour).map((part, index) =>
    Math.round(part * opacity + below[index]! * (1 - opacity)),
  );
  return `rgb(${parts.join(', ')})`;
}
