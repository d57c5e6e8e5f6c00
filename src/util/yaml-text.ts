import {
  Composer,
  type CST,
  type Document,
  isMap,
  isSeq,
  LineCounter,
  type Node,
  Parser,
} from 'yaml';
import type { Path } from './path.ts';

/** A place in a text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A YAML text read with the way back from every value to its place. */
export interface YamlText {
  readonly document: Document;
  readonly errors: readonly (Place & { readonly message: string })[];
  /** Every comment with its offset in the text, in order. */
  readonly comments: readonly { readonly offset: number; readonly text: string }[];
  placeAt(offset: number): Place;
  /** The place of the value that the path leads to, or of its key; of the nearest parent where there is none. */
  place(path: Path, end?: 'key' | 'value'): Place;
}

/** The composer recurses and V8 aborts at the end of its stack, so that depth has a bound of its own. */
const greatestDepth = 64;

type Comment = YamlText['comments'][number];

/**
 * Collects the comments of a syntax tree, without recursion, and answers the offset at which it first is too deep
 * (infinity when it is not).
 */
function survey(token: CST.Token, comments: Comment[]): number {
  let tooDeep = Number.POSITIVE_INFINITY;
  const open: { part: CST.Token | CST.SourceToken; depth: number }[] = [{ part: token, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part } = next;
    if (part.type === 'comment') comments.push({ offset: part.offset, text: part.source });
    for (const children of [
      'start' in part && Array.isArray(part.start) ? part.start : [],
      'props' in part ? part.props : [],
      'end' in part && Array.isArray(part.end) ? part.end : [],
    ]) {
      for (const child of children) open.push({ part: child, depth: next.depth });
    }
    if (part.type === 'document' && part.value) open.push({ part: part.value, depth: next.depth });
    if (!('items' in part)) continue;
    if (next.depth > greatestDepth) tooDeep = Math.min(tooDeep, part.offset);
    for (const item of part.items) {
      for (const child of [...item.start, ...(item.sep ?? [])]) {
        open.push({ part: child, depth: next.depth });
      }
      if (item.key) open.push({ part: item.key, depth: next.depth + 1 });
      if (item.value) open.push({ part: item.value, depth: next.depth + 1 });
    }
  }
  return tooDeep;
}

/** Reads a text as one YAML 1.2 document. Mistakes are listed, never thrown. */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const comments: Comment[] = [];
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  let tooDeep = Number.POSITIVE_INFINITY;
  for (const token of tokens) tooDeep = Math.min(tooDeep, survey(token, comments));
  comments.sort((a, b) => a.offset - b.offset);
  const composer = new Composer({ stringKeys: true, prettyErrors: false });
  const [document, ...others] = composer.compose(
    tooDeep < text.length ? [] : tokens,
    true,
    text.length,
  );
  const errors = document!.errors.map(({ message, pos }) => ({ message, ...placeAt(pos[0]) }));
  if (tooDeep < text.length) {
    const message = `Nested more than ${greatestDepth} levels deep`;
    errors.push({ message, ...placeAt(tooDeep) });
  }
  for (const other of others.slice(0, 1)) {
    errors.push({ message: 'A second document begins here', ...placeAt(other.range[0]) });
  }
  return {
    document: document!,
    errors,
    comments,
    placeAt,
    place: (path, end = 'value') => placeAt(offsetOf(document!, path, end)),
  };
}

function offsetOf(document: Document, path: Path, end: 'key' | 'value'): number {
  let node = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap<Node, Node | null>(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(step));
      if (pair === undefined) return offset;
      const start = last && end === 'key' ? pair.key : (pair.value ?? pair.key);
      offset = start.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq<Node>(node) && typeof step === 'number') {
      const item = node.items[step];
      if (item === undefined) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}
