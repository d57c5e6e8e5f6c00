import { type Language, operations } from '../../../client/index.ts';
import { drawingOf, drawingOfColumns } from '../../../pieces/drawing/answers.ts';
import { type Drawing, emptyDrawing } from '../../../pieces/drawing/drawing.ts';
import { askForDrawing } from './ask.ts';

/** The greatest neighborhood that the API answers. */
export const GREATEST_AROUND = 500;
/** One answer of the API, as something to draw. */
export interface Part {
  readonly drawing: Drawing;
  /** How many entities there are in all, where the API counts them. */
  readonly total: number | undefined;
  readonly isCut: boolean;
}

/** What is asked for one part: the best connected of all, or what lies around some. */
export interface Asked {
  readonly around: readonly string[];
  readonly depth: number;
  readonly limit: number;
  readonly asOf: string | undefined;
}

const nothing: Part = { drawing: emptyDrawing, total: 0, isCut: false };

async function loadPart(asked: Asked, lang: Language, signal: AbortSignal): Promise<Part> {
  const { around: ids, depth, asOf } = asked;
  const when = asOf === undefined ? {} : { asOf };
  if (ids.length === 0) {
    const { drawing } = await askForDrawing(
      lang,
      operations.Drawing,
      { limit: asked.limit, ...when },
      signal,
    );
    return {
      drawing: drawingOfColumns(drawing),
      total: drawing.totalCount,
      isCut: drawing.truncated !== null,
    };
  }
  const limit = Math.min(asked.limit, GREATEST_AROUND);
  const { neighborhood } = await askForDrawing(
    lang,
    operations.DrawingAround,
    { ids, depth, limit, ...when },
    signal,
  );
  if (neighborhood === null) return nothing;
  return {
    drawing: drawingOf(neighborhood),
    total: undefined,
    isCut: neighborhood.truncated?.reason === 'LIMIT',
  };
}

/** How one part is asked for; the key is the same wherever it is. */
export const partQuery = (asked: Asked, lang: Language, enabled = true) => ({
  queryKey: ['drawing', asked, lang],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => loadPart(asked, lang, signal),
  // Columns of thousands are not worth comparing with those before.
  structuralSharing: false,
  enabled,
});
