import { operations } from '../../client/index.ts';
import { useAnswer } from './use-answer.ts';

export interface KindWords {
  readonly label: string;
  readonly description: string;
}

/** What the kinds are called in the explorer's language, by name, in the ontology's order; asked for once. */
export function useKinds(): ReadonlyMap<string, KindWords> {
  const { data } = useAnswer(operations.Kinds, {});
  return byName(data);
}

type KindsAnswer = NonNullable<
  ReturnType<typeof useAnswer<operations.KindsQuery, unknown>>['data']
>;

const none: ReadonlyMap<string, KindWords> = new Map();
const known = new WeakMap<KindsAnswer, ReadonlyMap<string, KindWords>>();

/** One map for each answer, however many parts ask. */
function byName(answer: KindsAnswer | undefined): ReadonlyMap<string, KindWords> {
  if (answer === undefined) return none;
  const kinds =
    known.get(answer) ?? new Map(answer.ontology.kinds.map((kind) => [kind.name, kind]));
  known.set(answer, kinds);
  return kinds;
}

/** What one entity of a kind is; nothing until that is known, and the kind's name where it cannot be. */
export function useKindLabel(kind: string): string {
  const { data, error } = useAnswer(operations.Kinds, {});
  if (data === undefined) return error === null ? '' : kind;
  return byName(data).get(kind)?.label ?? kind;
}
