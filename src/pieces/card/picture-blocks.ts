import type { CitationShown } from '../citations.tsx';
import type { SourceReference } from '../piece.ts';
import type { Settings } from '../settings.ts';
import type { SpelledShown } from '../spelled.tsx';
import { disagreementLabels } from '../statement.tsx';
import type { Card } from './answer.ts';
import { ownTime } from './head.tsx';
import { shownGroups } from './shown.ts';
import { words } from './words.ts';

/** A paragraph of a picture. */
export interface Block {
  readonly text: string;
  /** What stands behind the text, softer: where it is said. */
  readonly tail?: string;
  readonly size: number;
  readonly isBold?: boolean;
  readonly colour?: 'ink' | 'soft' | 'accent';
  readonly indent?: number;
  /** Room before it. */
  readonly before?: number;
  /** How many lines at most. */
  readonly most: number;
  readonly isStatement?: boolean;
}

/** Below this height there is room for a name and little else. */
export const LOW = 150;

/** Kind, names, description; or the statement. */
export function headBlocks(
  card: Card | undefined,
  { lang, width, height }: Settings,
): readonly Block[] {
  const large = width < 420 ? 19 : 24;
  const say = words[lang];
  if (card === undefined) return [{ text: say.unknown, size: 16, colour: 'soft', most: 3 }];
  if (height < LOW) {
    const text = card.type === 'entity' ? card.entity.names[lang] : card.statement.text;
    return [{ text, size: 15, isBold: true, most: 2 }];
  }
  if (card.type === 'statement') {
    const { text, disagreements } = card.statement;
    return [
      { text: say.statement, size: 13, colour: 'soft', most: 1 },
      { text, size: Math.min(large, 20), isBold: true, before: 2, most: 5 },
      ...disagreements.map(
        ({ kind, reason }): Block => ({
          text: `${disagreementLabels[lang][kind]}. ${reason}`,
          size: 13,
          colour: 'soft',
          before: 6,
          most: 4,
        }),
      ),
    ];
  }
  const { entity, kindLabel } = card;
  const other = entity.names[lang === 'vi' ? 'en' : 'vi'];
  const time = ownTime(entity, lang);
  const soft = { size: 14, colour: 'soft', most: 2 } as const;
  return [
    { text: time === undefined ? kindLabel : `${kindLabel} · ${time}`, ...soft, most: 1 },
    { text: entity.names[lang], size: large, isBold: true, before: 2, most: 3 },
    ...(other === entity.names[lang] ? [] : [{ text: other, ...soft, before: 2 }]),
    ...(entity.description === null
      ? []
      : [{ text: entity.description, size: 14, before: 6, most: 3 }]),
  ];
}

/** Where a statement is said, by the numbers that its sources have below: “[1] ¶2, ¶6”. */
function marks(citations: readonly CitationShown[], sources: readonly SourceReference[]): string {
  const paragraphs = new Map<string, Set<number>>();
  for (const { source, paragraph } of citations) {
    paragraphs.set(source.id, (paragraphs.get(source.id) ?? new Set()).add(paragraph));
  }
  return [...paragraphs]
    .map(([id, numbers]) => {
      const place = sources.findIndex((source) => source.id === id) + 1;
      const list = [...numbers].sort((a, b) => a - b).map((number) => `¶${number}`);
      return `[${place}] ${list.join(', ')}`;
    })
    .join(' ');
}

/** A statement by its other end, with what narrows it. */
function lineOf(statement: SpelledShown, end: 'value' | 'subject'): string {
  const said = end === 'value' ? statement.value.label : statement.subject.name;
  const narrowed = statement.qualifiers.map(({ label, value }) => `${label}: ${value.label}`);
  return narrowed.length === 0 ? said : `${said} (${narrowed.join('; ')})`;
}

const STATEMENT = { size: 14, indent: 10, before: 3, most: 3, isStatement: true } as const;

/** What is said, group by group; of a statement, its citations with their words. */
export function statementBlocks(
  card: Card | undefined,
  settings: Settings,
  sources: readonly SourceReference[],
): { readonly blocks: readonly Block[]; readonly count: number } {
  const say = words[settings.lang];
  if (card === undefined) return { blocks: [], count: 0 };
  const heading = (text: string): Block => ({
    text,
    size: 12.5,
    isBold: true,
    colour: 'soft',
    before: 10,
    most: 1,
  });
  if (card.type === 'statement') {
    const { citations } = card.statement;
    const lines = citations.map((citation): Block => {
      const quoted = citation.evidence.map((term) => `“${term}”`).join(' ');
      return { ...STATEMENT, text: quoted, tail: marks([citation], sources) };
    });
    return { blocks: [heading(say.citations), ...lines], count: citations.length };
  }
  const disputed = (statement: SpelledShown): string =>
    (statement.disagreements ?? [])
      .map(({ kind }) => ` – ${disagreementLabels[settings.lang][kind].toLowerCase()}`)
      .join('');
  const blocks = shownGroups(card).flatMap(({ label, statements, end }) => [
    heading(label),
    ...statements.map(
      (one): Block => ({
        ...STATEMENT,
        text: `${lineOf(one, end)}${disputed(one)}`,
        tail: marks(one.citations, sources),
      }),
    ),
  ]);
  return { blocks, count: card.total };
}

/** The sources with their numbers. */
export const footBlocks = (sources: readonly SourceReference[]): readonly Block[] =>
  sources.map(({ name }, index) => ({
    text: `[${index + 1}] ${name}`,
    size: 11,
    colour: 'soft',
    before: 1,
    most: 1,
  }));
