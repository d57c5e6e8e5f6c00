import {
  anything,
  boolean,
  choice,
  count,
  type Fields,
  list,
  localized,
  mapOf,
  optional,
  record,
  required,
  text,
} from '../errors/shape.ts';

const names = {
  id: required(text),
  formerIds: optional(list(text)),
  names: required(localized),
  aliases: optional(record('aliases', { vi: optional(list(text)), en: optional(list(text)) })),
};

const entity = {
  ...names,
  description: optional(localized),
  codes: optional(record('codes', { alpha2: required(text), alpha3: required(text) })),
  shared: optional(boolean),
};

const source = {
  ...names,
  description: required(localized),
  file: required(text),
  language: required(choice('vi', 'en')),
  paragraphs: required(count),
};

const citation = {
  source: optional(text),
  paragraph: required(count),
  evidence: optional(list(text)),
  inferred: optional(localized),
  attributedTo: optional(text),
};

const statement = {
  subject: required(text),
  property: required(text),
  value: required(anything),
  qualifiers: optional(mapOf(anything)),
  rank: optional(choice('preferred', 'normal', 'deprecated')),
  reason: optional(localized),
  citations: optional(list(record('a citation', citation))),
};

/** What could be taken from a record; whatever is wrong was reported and is left out. */
export type WrittenEntity = Fields<typeof entity>;
export type WrittenSource = Fields<typeof source>;
export type WrittenCitation = Fields<typeof citation>;
export type WrittenStatement = Fields<typeof statement>;

export const entityShape = record('an entity', entity);
export const entityFileShape = record('an entity file', { entities: required(list(anything)) });
export const sourceShape = record('a source', source);
/** In YAML the statements stand in the same map as the particulars of the source. */
export const sourceFileShape = record('a source file', {
  ...source,
  statements: required(list(anything)),
});
export const statementShape = record('a statement', statement);
