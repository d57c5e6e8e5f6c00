import type { Ontology } from '../../ontology/model.ts';
import type { Path } from '../../util/path.ts';
import type { YamlText } from '../../util/yaml-text.ts';
import type { DataFile } from '../folder.ts';
import { attachComments } from './comments.ts';
import { arrange, orderFor } from './order.ts';
import { printEntry, type Spread } from './print.ts';
import { formatText } from './scalar.ts';
import { compareCitations, compareEntities, statementOrder } from './sort.ts';

type Role = DataFile['role'];

/**
 * Which entries each take a line or more, though they might fit on one together: the keys of every file, whatever
 * lies directly below those of the ontology, its terms, statements and citations.
 */
const spreads: Readonly<Record<Role, Spread>> = {
  ontology: (path) => path.length <= 2 || (path.length === 3 && path[2] === 'terms'),
  entities: (path) => path.length === 1 && path[0] === 'entities',
  source: ([section, , key, ...rest]: Path) =>
    section === 'statements' && rest.length === 0 && (key === undefined || key === 'citations'),
};

/** The lists and maps whose entries bear comments of their own, and are sorted where they are lists. */
const sectionsOf: Readonly<Record<Role, readonly string[]>> = {
  ontology: ['kinds', 'qualifiers', 'vocabularies', 'properties'],
  entities: ['entities'],
  source: ['statements'],
};

/**
 * The one way to write a file: keys and records in their order, two spaces of indent, flow style for what fits 120
 * columns, double quotes only where they are needed. Comments go on lines of their own above the entry that they are in or above.
 * @param text a file that could be read without problems, with line feeds only.
 * @param ontology orders properties and qualifiers; `null` leaves those as they are.
 */
export function canonicalText(
  text: string,
  parsed: YamlText,
  role: Role,
  ontology: Ontology | null,
): string {
  const content: unknown = parsed.document.toJS();
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return text;
  }
  const sections = sectionsOf[role];
  const comments = attachComments(text, parsed, sections);
  const lines: string[] = [];
  for (const [key, value] of Object.entries(arrange(content, orderFor(role, ontology)) as object)) {
    if (role === 'ontology' && lines.length > 0) lines.push('');
    lines.push(...(comments.get(key) ?? []));
    const entries = sections.includes(key) ? entriesOf(key, value, ontology) : [];
    if (entries.length === 0) {
      lines.push(...printEntry(`${formatText(key, false)}:`, value, 0, [key], spreads[role]));
      continue;
    }
    lines.push(`${key}:`);
    for (const [at, { name, head, path, value: inner }] of entries.entries()) {
      const above = comments.get(name) ?? [];
      if (above.length > 0 && at > 0) lines.push('');
      lines.push(...above.map((comment) => `  ${comment}`));
      lines.push(...printEntry(head, inner, 2, path, spreads[role]));
    }
  }
  if (Object.keys(content).length === 0) lines.push('{}');
  lines.push(...(comments.get('') ?? []));
  return `${lines.join('\n')}\n`;
}

interface Entry {
  /** Under which its comments are kept. */
  readonly name: string;
  readonly head: string;
  readonly path: Path;
  readonly value: unknown;
}

/** The entries of a section in their canonical order; none where it is not what it should be. */
function entriesOf(section: string, value: unknown, ontology: Ontology | null): readonly Entry[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) {
    return Object.entries(value).map(([key, inner]) => ({
      name: `${section}/${key}`,
      head: `${formatText(key, false)}:`,
      path: [section, key],
      value: inner,
    }));
  }
  const compare = section === 'entities' ? compareEntities : statementOrder(ontology);
  return value
    .map((item, at) => ({
      name: `${section}/${at}`,
      head: '-',
      path: [section, at],
      value: sortCitations(item),
    }))
    .sort((a, b) => compare(a.value, b.value));
}

function sortCitations(item: unknown): unknown {
  const { citations } = (item ?? {}) as { readonly citations?: unknown };
  if (!Array.isArray(citations)) return item;
  return { ...(item as object), citations: citations.toSorted(compareCitations) };
}
