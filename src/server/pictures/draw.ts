import type { Canvas } from '@napi-rs/canvas';
import { colourRules } from '../../pieces/kinds.ts';
import { pieces } from '../../pieces/registry.ts';
import type { PieceName, Settings } from '../../pieces/settings.ts';
import { type PictureTheme, readColours, withPlainColours } from './colours.ts';
import { forCanvas } from './for-canvas.ts';
import { framed } from './framed.tsx';
import { writeMarkup } from './markup.ts';

export const pictureFormats = ['svg', 'png'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** What is to be drawn: an answer that a piece has loaded, and how. It can be sent to a thread. */
export interface DrawRequest {
  readonly piece: PieceName;
  readonly answer: unknown;
  readonly settings: Settings;
  readonly format: PictureFormat;
  /** How many pixels of a PNG stand for one of the settings' width. */
  readonly scale: number;
}

/** What pictures are drawn with. */
export interface DrawingMaterial {
  /** The style sheet with the custom properties of both themes. */
  readonly theme: string;
  /** Files of the fonts, by which letters are drawn wherever the server runs. */
  readonly fonts: readonly string[];
}

export type Draw = (request: DrawRequest) => Promise<Uint8Array>;

/** Draws pictures in the thread that calls it. */
export function createDraw({ theme: styles, fonts }: DrawingMaterial): Draw {
  const rules = `${styles}\n${colourRules}`;
  const colours = { light: readColours(rules, 'light'), dark: readColours(rules, 'dark') };
  let canvas: Promise<(svg: string, settings: Settings, scale: number) => Promise<Uint8Array>>;

  return async ({ piece: name, answer, settings: given, format, scale }) => {
    const theme: PictureTheme = given.theme === 'dark' ? 'dark' : 'light';
    const settings: Settings = { ...given, theme };
    const piece = await pieces[name]();
    const picture = withPlainColours(framed(piece, answer, settings), colours[theme], theme);
    if (format === 'svg') return new TextEncoder().encode(`${writeMarkup(picture)}\n`);
    canvas ??= openCanvas(fonts);
    return (await canvas)(writeMarkup(forCanvas(picture)), settings, scale);
  };
}

/** Loads what draws letters and lines only when a PNG is asked for: it is native, and may be missing where it was not built. */
async function openCanvas(fonts: readonly string[]) {
  const { GlobalFonts, createCanvas, loadImage } = await import('@napi-rs/canvas');
  for (const font of fonts) GlobalFonts.registerFromPath(font, 'Be Vietnam Pro');
  return async (svg: string, { width, height }: Settings, scale: number): Promise<Uint8Array> => {
    const image = await loadImage(Buffer.from(svg));
    const canvas: Canvas = createCanvas(width * scale, height * scale);
    const context = canvas.getContext('2d');
    context.scale(scale, scale);
    context.drawImage(image, 0, 0, width, height);
    return canvas.encode('png');
  };
}
