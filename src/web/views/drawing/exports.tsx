import { MultiDirectedGraph } from 'graphology';
import { render } from 'preact';
import { operations } from '../../../client/index.ts';
import { type Drawing, type Positions, partOf } from '../../../pieces/drawing/drawing.ts';
import { Picture } from '../../../pieces/drawing/picture.tsx';
import type { Language } from '../../../pieces/language.ts';
import { palettes } from '../../../pieces/palette.ts';
import type { Cell } from '../../../util/csv.ts';
import type { GraphViewer, Shown } from '../../../viewer/graph-viewer.ts';
import type { ExportOffer } from '../../state/exports.ts';
import { citationCells, citationColumns, csvFile, jsonFile } from '../../state/files.ts';
import { pngOfSvg } from '../../state/picture-file.ts';
import { askIn } from '../../state/questions.ts';

export interface Exported {
  readonly viewer: GraphViewer | undefined;
  readonly drawing: Drawing;
  readonly positions: Positions;
  readonly isShown: Shown;
  readonly colourOf: ((number: number) => string) | undefined;
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  readonly title: string;
  /** What is drawn of how much, and as of when: for pictures. */
  readonly note: string;
  readonly propertyLabel: (property: string) => string;
  readonly kindLabel: (kind: string) => string;
  readonly communityOf: (id: string) => string | undefined;
  readonly asOf: string | undefined;
  /** Entities that a picture names in any case and rings. */
  readonly marked?: ReadonlySet<string>;
}

/** A picture is drawn so many times as fine as it is wide, for print and sharp screens. */
const FINE = 2;
const SVG_SIZE = { width: 1600, height: 1000 } as const;

/** What is seen of a drawing, with where it lies. */
function seen({ drawing, positions, viewer, isShown }: Exported) {
  const { ids, properties, subjects, objects } = drawing.edges;
  const kept = ids.map((_id, edge) => edge).filter(isShown.edge);
  const only = {
    ids: kept.map((edge) => ids[edge]!),
    properties: kept.map((edge) => properties[edge]!),
    subjects: kept.map((edge) => subjects[edge]!),
    objects: kept.map((edge) => objects[edge]!),
  };
  const { xs, ys } = viewer?.model.drawing === drawing ? viewer.model : positions;
  const numbers = drawing.ids.map((_id, number) => number).filter(isShown.node);
  return {
    numbers,
    part: partOf({ ...drawing, edges: only }, isShown.node),
    places: {
      xs: Float64Array.from(numbers, (number) => xs[number]!),
      ys: Float64Array.from(numbers, (number) => ys[number]!),
    },
  };
}

function makeSvg(exported: Exported): Blob {
  const { numbers, part, places } = seen(exported);
  const { theme, language, title, note, colourOf, marked } = exported;
  const holder = document.createElement('div');
  render(
    <Picture
      drawing={part}
      positions={places}
      options={{
        ...SVG_SIZE,
        language,
        palette: palettes[theme],
        title,
        note,
        ...(marked && { marked }),
        colour: colourOf && ((number) => colourOf(numbers[number]!)),
      }}
    />,
    holder,
  );
  const text = new XMLSerializer().serializeToString(holder.firstElementChild!);
  render(null, holder);
  return new Blob([text], { type: 'image/svg+xml' });
}

/** A picture of what the canvas shows; of the whole where there is no canvas. */
async function makePng(exported: Exported): Promise<Blob> {
  const { viewer, title, note } = exported;
  if (viewer !== undefined) return viewer.toPng([title, note].filter(Boolean).join(' · '));
  const svg = await makeSvg(exported).text();
  return pngOfSvg(svg, FINE * SVG_SIZE.width, FINE * SVG_SIZE.height);
}

async function makeGexf(exported: Exported): Promise<Blob> {
  const { write } = await import('graphology-gexf/browser/index.js');
  const { part, places, numbers } = seen(exported);
  const { kindLabel, propertyLabel, communityOf, colourOf, theme } = exported;
  const graph = new MultiDirectedGraph();
  part.ids.forEach((id, number) => {
    graph.addNode(id, {
      label: part.names[number]!,
      kind: part.kinds[number]!,
      kindLabel: kindLabel(part.kinds[number]!),
      degree: part.degrees[number]!,
      community: communityOf(id) ?? '',
      x: places.xs[number]!,
      // Up is up in GEXF.
      y: -places.ys[number]!,
      color: colourOf?.(numbers[number]!) ?? palettes[theme].kind(part.kinds[number]!),
    });
  });
  const { ids, subjects, objects, properties } = part.edges;
  ids.forEach((id, edge) => {
    graph.addDirectedEdgeWithKey(id, part.ids[subjects[edge]!], part.ids[objects[edge]!], {
      label: propertyLabel(properties[edge]!),
      property: properties[edge]!,
    });
  });
  const text = write(graph, { version: '1.3' });
  return new Blob([text], { type: 'application/gexf+xml' });
}

type Said = Extract<operations.CitationsOfQuery['nodes'][number], { readonly text: string }>;

/** The API answers for so many ids at once. */
const PAGE = 100;

/** What statements say and where, by their ids. */
async function sayings(
  ids: readonly string[],
  language: Language,
): Promise<ReadonlyMap<string, Said>> {
  const said = new Map<string, Said>();
  for (let from = 0; from < ids.length; from += PAGE) {
    const { nodes } = await askIn(language)(operations.CitationsOf, {
      ids: ids.slice(from, from + PAGE),
    });
    for (const node of nodes) if (node !== null && 'text' in node) said.set(node.id, node);
  }
  return said;
}

async function makeJson(exported: Exported): Promise<Blob> {
  const { part, places } = seen(exported);
  const { asOf, communityOf, language } = exported;
  const round = (coordinate: number): number => Math.round(coordinate * 100) / 100;
  const { ids, subjects, objects, properties } = part.edges;
  const said = await sayings(ids, language);
  const content = {
    ...(asOf !== undefined && { asOf }),
    nodes: part.ids.map((id, number) => ({
      id,
      kind: part.kinds[number],
      name: part.names[number],
      degree: part.degrees[number],
      community: communityOf(id),
      x: round(places.xs[number]!),
      y: round(places.ys[number]!),
    })),
    edges: ids.map((id, edge) => ({
      id,
      property: properties[edge],
      subject: part.ids[subjects[edge]!],
      object: part.ids[objects[edge]!],
      text: said.get(id)?.text,
      citations: said.get(id)?.citations,
    })),
  };
  return jsonFile(content);
}

/** The statements that are drawn, a row each, with the entities that they join and where each is said. */
async function makeCsv(exported: Exported): Promise<Blob> {
  const { part } = seen(exported);
  const { ids, subjects, objects, properties } = part.edges;
  const said = await sayings(ids, exported.language);
  const name = (number: number): readonly string[] => [
    part.ids[number]!,
    part.kinds[number]!,
    part.names[number]!,
  ];
  const rows = ids.map((id, edge) => [
    ...name(subjects[edge]!),
    properties[edge]!,
    exported.propertyLabel(properties[edge]!),
    ...name(objects[edge]!),
    ...[id, said.get(id)?.text, new URL(`/?selected=${id}`, location.href).href],
    ...citationCells(said.get(id)?.citations ?? []),
  ]);
  const joined = new Set([...subjects, ...objects]);
  const alone = part.ids
    .map((_id, number) => number)
    .filter((number) => !joined.has(number))
    .map((number) => name(number));
  const header = [
    ...['subject', 'subjectKind', 'subjectName', 'property', 'propertyLabel'],
    ...['object', 'objectKind', 'objectName', 'statement', 'text', 'address'],
    ...citationColumns,
  ];
  const whole = (row: readonly Cell[]) => header.map((_column, at) => row[at]);
  return csvFile([header, ...rows, ...alone.map(whole)], { byteOrderMark: true });
}

/** What can be taken away of the drawing: what is seen, in five forms. `now` tells what that is when somebody asks. */
export function offersOf(now: () => Exported): readonly ExportOffer[] {
  const name = 'caytre-graph';
  return [
    { format: 'png', name, make: () => makePng(now()) },
    { format: 'svg', name, make: () => makeSvg(now()) },
    { format: 'gexf', name, make: () => makeGexf(now()) },
    { format: 'json', name, make: () => makeJson(now()) },
    { format: 'csv', name, make: () => makeCsv(now()) },
  ];
}
