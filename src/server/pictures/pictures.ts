import type { Ask } from '../../pieces/ask.ts';
import type { Language } from '../../pieces/language.ts';
import { pieces } from '../../pieces/registry.ts';
import { type PieceName, type Settings, writeSettings } from '../../pieces/settings.ts';
import { sha256 } from '../../util/hash.ts';
import { keptWithin } from '../../util/kept-within.ts';
import { packageVersion } from '../package.ts';
import type { Draw, PictureFormat } from './draw.ts';

/** How much memory pictures that were drawn may take, in bytes. */
const KEPT = 64 * 1024 * 1024;

export interface PictureRequest {
  readonly piece: PieceName;
  readonly settings: Settings;
  readonly format: PictureFormat;
  readonly scale: number;
}

export interface Pictures {
  /** Names what a request is answered with, before it is drawn: the same settings of the same data give the same picture. */
  readonly tag: (request: PictureRequest) => string;
  /** @throws AnswerError or ProblemError PICTURE_UNAVAILABLE */
  readonly draw: (request: PictureRequest) => Promise<Uint8Array>;
}

interface PicturesParts {
  readonly draw: Draw;
  readonly askIn: (language: Language) => Ask;
  /** The dataset version that is served. */
  readonly version: string;
  readonly kept?: number;
}

/** Draws pictures of pieces, each once as long as there is room to keep it, and once for all who ask at the same time. */
export function createPictures({ draw, askIn, version, kept = KEPT }: PicturesParts): Pictures {
  const drawn = keptWithin<Uint8Array>(kept, ({ byteLength }) => byteLength);
  const beingDrawn = new Map<string, Promise<Uint8Array>>();
  const made = `${packageVersion()} ${version}`;

  const tag = ({ piece, settings, format, scale }: PictureRequest): string => {
    const told = format === 'png' ? scale : 1;
    return sha256(`${made} ${piece}.${format} ${told} ${writeSettings(settings)}`).slice(0, 32);
  };
  const make = async ({ piece: name, settings, format, scale }: PictureRequest) => {
    const piece = await pieces[name]();
    const answer: unknown = await piece.load(askIn(settings.lang), settings);
    return draw({ piece: name, answer, settings, format, scale });
  };
  return {
    tag,
    async draw(request) {
      const key = tag(request);
      const known = drawn.get(key) ?? beingDrawn.get(key);
      if (known !== undefined) return known;
      const making = make(request).finally(() => beingDrawn.delete(key));
      beingDrawn.set(key, making);
      const picture = await making;
      drawn.set(key, picture);
      return picture;
    },
  };
}
