import { render, type VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Piece } from '../../pieces/piece.ts';
import type { Settings } from '../../pieces/settings.ts';
import { type Cell, writeCsv } from '../../util/csv.ts';
import { type ExportOffer, offeredExports } from '../state/exports.ts';
import { pngOfSvg } from '../state/picture-file.ts';

/** A picture is drawn so many times as fine as it is wide, for print and sharp screens. */
const FINE = 2;

const currentTheme = (): 'light' | 'dark' => {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  if (scheme === 'light' || scheme === 'dark') return scheme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

/** What is drawn as the text of an SVG file. */
function svgText(picture: VNode): string {
  const holder = document.createElement('div');
  render(picture, holder);
  const text = new XMLSerializer().serializeToString(holder.querySelector('svg')!);
  render(null, holder);
  return text;
}

export interface TakenAway<Answer> {
  readonly piece: Piece<Answer>;
  readonly answer: Answer | undefined;
  readonly settings: Settings | undefined;
  /** The size of the picture. */
  readonly width: number;
  readonly height: number;
  readonly rows: (answer: Answer) => Iterable<readonly Cell[]>;
  /** The data as it is written in JSON. */
  readonly data: (answer: Answer) => unknown;
}

/** Offers what a piece shows as a picture (PNG, SVG) and as data (CSV, JSON) while it is there. */
export function useTakeAway<Answer>(taken: TakenAway<Answer>): void {
  const { piece, answer, settings, width, height, rows, data } = taken;
  useEffect(() => {
    if (answer === undefined || settings === undefined) return;
    const picture = (): string =>
      svgText(piece.picture(answer, { ...settings, width, height, theme: currentTheme() }));
    const name = `caytre-${piece.name}${settings.asOf === undefined ? '' : `-${settings.asOf}`}`;
    const offers: readonly ExportOffer[] = [
      { format: 'png', name, make: () => pngOfSvg(picture(), FINE * width, FINE * height) },
      { format: 'svg', name, make: () => new Blob([picture()], { type: 'image/svg+xml' }) },
      {
        format: 'csv',
        name,
        make: () =>
          new Blob([writeCsv(rows(answer), { byteOrderMark: true })], {
            type: 'text/csv;charset=utf-8',
          }),
      },
      {
        format: 'json',
        name,
        make: () => new Blob([JSON.stringify(data(answer), null, 2)], { type: 'application/json' }),
      },
    ];
    offeredExports.value = offers;
    return () => {
      if (offeredExports.value === offers) offeredExports.value = [];
    };
  });
}
