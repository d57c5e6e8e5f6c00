import { isCollection, isMap, isSeq, type Node } from 'yaml';
import type { YamlText } from '../../util/yaml-text.ts';

/**
 * The comments of a file by the entry above which each belongs: a key of the file (`names`), or an entry of the list
 * or map below one (`statements/3`, `kinds/person`); `''` for those after the last.
 */
export type Comments = ReadonlyMap<string, readonly string[]>;

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds for every comment the entry that it is written in, beside or above. A comment deep within an entry thus
 * moves above the whole of it.
 * @param sections the keys whose entries bear comments.
 */
export function attachComments(
  text: string,
  parsed: YamlText,
  sections: readonly string[],
): Comments {
  const attached = new Map<string, string[]>();
  const entries = entriesOf(parsed.document.contents as Node | null, sections);
  for (const comment of parsed.comments) {
    const at = comment.offset;
    const entry =
      entries.findLast(({ start, end }) => start <= at && !text.slice(end, at).includes('\n')) ??
      entries.find(({ start }) => start > at);
    const name = entry?.name ?? '';
    attached.set(name, [...(attached.get(name) ?? []), comment.text.trimEnd()]);
  }
  return attached;
}

/** The entries that may bear comments, in the order in which they are written. */
function entriesOf(contents: Node | null, sections: readonly string[]): readonly Entry[] {
  if (!isMap<Node, Node | null>(contents)) return [];
  return contents.items.flatMap(({ key, value }) => {
    const name = String(key);
    const start = key.range![0];
    if (!sections.includes(name)) return [{ name, start, end: endOf(value ?? key) }];
    const inner = isMap<Node, Node | null>(value)
      ? value.items.map((pair) => ({
          name: `${name}/${String(pair.key)}`,
          start: pair.key.range![0],
          end: endOf(pair.value ?? pair.key),
        }))
      : isSeq<Node>(value)
        ? value.items.map((item, at) => ({
            name: `${name}/${at}`,
            start: item.range![0],
            end: endOf(item),
          }))
        : [];
    return [{ name, start, end: inner.length > 0 ? key.range![1] : endOf(value ?? key) }, ...inner];
  });
}

/** Where the last scalar or bracket of a node ends; the range of a block goes on to whatever follows. */
function endOf(node: Node): number {
  if (!isCollection(node) || node.flow || node.items.length === 0) return node.range![1];
  if (isMap<Node, Node | null>(node)) {
    const last = node.items.at(-1)!;
    return endOf(last.value ?? last.key);
  }
  return isSeq<Node>(node) ? endOf(node.items.at(-1)!) : node.range![1];
}
