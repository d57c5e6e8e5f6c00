import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Usage } from './limits.ts';

export type ShapeUsage = Required<
  Pick<Usage, 'depth' | 'aliases' | 'fragments' | 'spreads' | 'rootFields'>
>;

/** What a selection holds, with the fragments that it spreads. */
interface Measure {
  readonly depth: number;
  readonly aliases: number;
  /** Fields at its top. */
  readonly fields: number;
}

const nothing: Measure = { depth: 0, aliases: 0, fields: 0 };

/**
 * What a document uses by its shape, whatever the schema: so it can be asked before validation, whose time grows with the
 * square of repeated fields. Each fragment is measured once and counts wherever it is spread; one that spreads itself counts
 * nothing there, for validation refuses it. Of several operations (and fragments) the greatest counts.
 */
export function measureShape(document: DocumentNode): ShapeUsage {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const measured = new Map<string, Measure>();
  let spreads = 0;

  const ofFragment = (name: string): Measure => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    const definition = fragments.get(name);
    if (definition === undefined) return nothing;
    measured.set(name, nothing);
    const measure = ofSelection(definition.selectionSet);
    measured.set(name, measure);
    return measure;
  };

  const ofSelection = ({ selections }: SelectionSetNode): Measure => {
    const names = new Set<string>();
    let depth = 0;
    let aliases = 0;
    let fields = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        if (selection.alias !== undefined || names.has(name)) aliases += 1;
        names.add(name);
        const below = selection.selectionSet ? ofSelection(selection.selectionSet) : nothing;
        depth = Math.max(depth, 1 + below.depth);
        aliases += below.aliases;
        fields += 1;
      } else {
        spreads += 1;
        const spread =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : ofSelection(selection.selectionSet);
        depth = Math.max(depth, spread.depth);
        aliases += spread.aliases;
        fields += spread.fields;
      }
    }
    return { depth, aliases, fields };
  };

  let depth = 0;
  let aliases = 0;
  let rootFields = 0;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) ofFragment(definition.name.value);
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const measure = ofSelection(definition.selectionSet);
    depth = Math.max(depth, measure.depth);
    aliases = Math.max(aliases, measure.aliases);
    rootFields = Math.max(rootFields, measure.fields);
  }
  // A fragment that no operation spreads is no more welcome.
  for (const measure of measured.values()) {
    depth = Math.max(depth, measure.depth);
    aliases = Math.max(aliases, measure.aliases);
  }
  return { depth, aliases, fragments: fragments.size, spreads, rootFields };
}
