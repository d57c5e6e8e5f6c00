import { ProblemError } from '../../errors/problem.ts';
import type { Language } from '../../pieces/language.ts';
import { type PieceName, pieceNames, type Settings } from '../../pieces/settings.ts';
import { type PictureFormat, pictureFormats } from '../pictures/draw.ts';
import { parameterProblem, settingsIn, wholeIn } from './parameters.ts';
import { knownThings, type Site } from './site.ts';

/** What an address below `/embed/` stands for: a frame, or a picture of a format. */
export interface PieceAddress {
  readonly piece: PieceName;
  readonly format: 'frame' | PictureFormat;
}

/** Reads the last part of such an address; nothing where there is no such piece. */
export function readPieceAddress(file: string): PieceAddress | undefined {
  const [name, ending, ...more] = file.split('.');
  const piece = pieceNames.find((one) => one === name);
  const format = ending === undefined ? 'frame' : pictureFormats.find((one) => one === ending);
  return piece === undefined || format === undefined || more.length > 0
    ? undefined
    : { piece, format };
}

/** A parameter that names an entity which the graph has not: what is asked for is not found. */
export class EntityUnknownError extends ProblemError {
  constructor(id: string) {
    super('PARAMETER_INVALID', {
      parameter: 'entity',
      value: id.slice(0, 100),
      takes: 'ids of entities that the graph has',
    });
  }
}

/** The most pixels that a PNG may have in all: as many as a very large screen. */
const PIXELS = 16_000_000;

/**
 * What a picture or frame is asked to show.
 * @throws ProblemError PARAMETER_INVALID, an EntityUnknownError where it names an entity that is not there
 */
export async function readPieceRequest(
  site: Site,
  { format }: PieceAddress,
  parameters: URLSearchParams,
  language: Language,
): Promise<{ readonly settings: Settings; readonly scale: number }> {
  const settings = settingsIn(parameters, { lang: language });
  const scale = wholeIn(parameters, 'scale', 1, 3) ?? 1;
  if (format === 'png' && settings.width * settings.height * scale ** 2 > PIXELS) {
    const takes = `no more than ${PIXELS / 1_000_000} million pixels: less of it, of width or of height`;
    throw parameterProblem('scale', String(scale), takes);
  }
  const known = await knownThings(site, settings.entity);
  const unknown = settings.entity.find((_id, index) => known[index] === undefined);
  if (unknown !== undefined) throw new EntityUnknownError(unknown);
  return { settings: { ...settings, entity: known as readonly string[] }, scale };
}
