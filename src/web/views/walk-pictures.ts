import { operations } from '../../client/index.ts';
import type { Drawing } from '../../pieces/drawing/drawing.ts';
import { language, view } from '../state/explorer.ts';
import type { ExportOffer } from '../state/exports.ts';
import { askIn } from '../state/questions.ts';
import { shownTheme } from '../state/theme.ts';

interface Named {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

interface Joining {
  readonly id: string;
  readonly property: string;
  readonly propertyLabel: string;
  readonly subject: Named;
  readonly value: { readonly label: string } | { readonly entity: Named };
}

/** Statements as something to draw: what they join, each once, as large as it is joined among them. */
export function drawingOfStatements(statements: readonly Joining[]): Drawing {
  const [nodes, joining] = [new Map<string, Named>(), new Map<string, Joining>()];
  const degrees = new Map<string, number>();
  for (const statement of statements) {
    const { subject, value } = statement;
    if (!('entity' in value) || joining.has(statement.id)) continue;
    joining.set(statement.id, statement);
    for (const end of [subject, value.entity]) {
      nodes.set(end.id, end);
      degrees.set(end.id, (degrees.get(end.id) ?? 0) + 1);
    }
  }
  const ids = [...nodes.keys()];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const edges = [...joining.values()];
  return {
    ids,
    kinds: [...nodes.values()].map(({ kind }) => kind),
    names: [...nodes.values()].map(({ name }) => name),
    // What is on a path has few statements here, and is to be seen none the less.
    degrees: ids.map((id) => 8 * degrees.get(id)!),
    edges: {
      ids: edges.map(({ id }) => id),
      properties: edges.map(({ property }) => property),
      subjects: edges.map(({ subject }) => numbers.get(subject.id)!),
      objects: edges.map(({ value }) => numbers.get('entity' in value ? value.entity.id : '')!),
    },
  };
}

/** What statements join, as pictures (PNG, SVG) and as a graph (GEXF). What draws is loaded when somebody asks for it. */
export function pictureOffers(
  name: string,
  title: string,
  statements: readonly Joining[],
  marked: readonly string[],
): readonly ExportOffer[] {
  const make = (format: ExportOffer['format']) => async (): Promise<Blob> => {
    const lang = language.value;
    const [{ offersOf }, { positionsOf }, { drawnCount }, { ontology }] = await Promise.all([
      import('./drawing/exports.tsx'),
      import('../../pieces/drawing/positions.ts'),
      import('../../pieces/drawing/words.ts'),
      askIn(lang)(operations.Kinds, {}),
    ]);
    const drawing = drawingOfStatements(statements);
    const kinds = new Map(ontology.kinds.map((kind) => [kind.name, kind.label]));
    const labels = new Map(
      statements.map(({ property, propertyLabel }) => [property, propertyLabel]),
    );
    const count = drawnCount(drawing.ids.length, drawing.edges.ids.length, lang);
    const offers = offersOf(() => ({
      viewer: undefined,
      drawing,
      positions: positionsOf(drawing),
      isShown: { node: () => true, edge: () => true },
      colourOf: undefined,
      theme: shownTheme.value,
      language: lang,
      title,
      note: `${title} · ${count}`,
      propertyLabel: (property) => labels.get(property) ?? property,
      kindLabel: (kind) => kinds.get(kind) ?? kind,
      communityOf: () => undefined,
      asOf: view.value.asOf,
      marked: new Set(marked),
    }));
    return offers.find((offer) => offer.format === format)!.make();
  };
  return (['png', 'svg', 'gexf'] as const).map((format) => ({ format, name, make: make(format) }));
}
