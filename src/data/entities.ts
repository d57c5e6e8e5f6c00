import type { Entity } from '../ontology/model.ts';
import { deepFreeze } from '../util/deep-freeze.ts';
import type { Check } from './check.ts';
import type { DataFile } from './folder.ts';
import type { Origin } from './origin.ts';
import type { EntitySeen } from './seen.ts';
import {
  entityShape,
  sourceFileShape,
  sourceShape,
  type WrittenEntity,
  type WrittenSource,
} from './shapes.ts';

/** Reads one entity record and shows it to the rules. Gives the entity unless something was reported so far. */
export function readEntity(
  data: unknown,
  file: DataFile,
  origin: Origin,
  check: Check,
): Entity | undefined {
  const written = entityShape(data, {
    path: [],
    report: (...what) => check.report(origin, ...what),
  });
  if (written?.id === undefined) check.unread.set(file.name, file.path);
  if (written === undefined) return undefined;
  show({ origin, file, kind: file.name, written }, check);
  return check.problems === 0 ? makeEntity(file.name, written) : undefined;
}

/** Reads the particulars of a source, of which it makes an entity. In YAML its statements stand beside them. */
export function readSource(
  data: unknown,
  file: DataFile,
  origin: Origin,
  check: Check,
): Entity | undefined {
  const shape = file.form === 'yaml' ? sourceFileShape : sourceShape;
  const written = shape(data, { path: [], report: (...what) => check.report(origin, ...what) });
  if (written?.id === undefined) check.unread.set(`source:${file.name}`, file.path);
  if (written === undefined) return undefined;
  show({ origin, file, kind: 'source', written }, check);
  return check.problems === 0 ? makeEntity('source', written, written) : undefined;
}

function show(seen: EntitySeen, check: Check): void {
  check.entity(seen);
  const { id, paragraphs } = seen.written;
  if (id === undefined || check.entities.has(id)) return;
  const kind = id.slice(0, Math.max(0, id.indexOf(':')));
  const known = check.ontology?.ontology.kinds.has(kind);
  const { file, line } = seen.origin;
  const entity = { id, kind: known ? kind : undefined, paragraphs, file, line };
  check.entities.set(id, entity);
  for (const former of seen.written.formerIds ?? []) {
    if (former !== undefined && !check.former.has(former)) check.former.set(former, entity);
  }
}

/** Only for what nothing was reported of, so that whatever is required is there. Keys are in one fixed order. */
function makeEntity(kind: string, written: WrittenEntity, source?: WrittenSource): Entity {
  const { id, formerIds = [], names, aliases, description, codes, shared } = written;
  return deepFreeze({
    id,
    kind,
    names,
    ...(aliases && { aliases }),
    ...(description && { description }),
    ...(codes && { codes }),
    ...(formerIds.length > 0 && { formerIds }),
    ...(shared !== undefined && { shared }),
    ...(source && {
      text: { file: source.file, language: source.language, paragraphs: source.paragraphs },
    }),
  } as Entity);
}
