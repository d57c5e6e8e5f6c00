import { isAlias, isCollection, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { YamlText } from '../util/yaml-text.ts';

interface Feature {
  readonly feature: string;
  readonly offset: number;
}

/** What YAML can do beyond plain maps, lists and scalars, and data files do not use. */
export function unusedFeatures({ document }: YamlText): readonly Feature[] {
  const found: Feature[] = [];
  const { yaml, tags } = document.directives ?? {};
  const directive = yaml?.explicit || Object.keys(tags ?? {}).some((handle) => handle !== '!!');
  if (directive) found.push({ feature: 'A directive (%)', offset: 0 });
  const visit = (node: Node | null): void => {
    if (node === null) return;
    const offset = node.range?.[0] ?? 0;
    if (isAlias(node)) found.push({ feature: `An alias (*${node.source})`, offset });
    else if (node.anchor) found.push({ feature: `An anchor (&${node.anchor})`, offset });
    if (node.tag && (isScalar(node) || isCollection(node)) && !isAlias(node)) {
      found.push({ feature: `A tag (${node.tag})`, offset });
    }
    if (isMap<Node, Node | null>(node)) {
      for (const { key, value } of node.items) {
        visit(key);
        visit(value);
      }
    } else if (isSeq<Node>(node)) node.items.forEach(visit);
  };
  visit(document.contents as Node | null);
  return found;
}
