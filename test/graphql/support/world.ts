import { createHash } from 'node:crypto';
import type { Dataset } from '../../../src/data/dataset.ts';
import type { Citation, Entity, Statement, Value } from '../../../src/ontology/model.ts';
import { ontology } from './ontology.ts';

export const entity = (id: string, vi: string, en: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: id.split(':')[0]!,
  names: { vi, en },
  ...more,
});

export const to = (id: string): Value => ({ type: 'entity', id });
export const date = (iso: string): Value => ({ type: 'date', date: iso });
export const term = (vocabulary: string, name: string): Value => ({
  type: 'term',
  vocabulary,
  term: name,
});
const text = (vi: string, en: string): Value => ({ type: 'text', text: { vi, en } });
export const quantity = (amount: number, unit: string, approximation = 'exact'): Value => ({
  type: 'quantity',
  amount,
  unit,
  approximation,
});

const cite = (source: string, paragraph: number, ...evidence: string[]): Citation => ({
  source: `source:${source}`,
  paragraph,
  evidence,
});

type Said = Pick<Statement, 'subject' | 'property' | 'value' | 'citations'> &
  Partial<Pick<Statement, 'qualifiers' | 'rank' | 'reason'>>;

const statement = (said: Said): Statement => ({
  id: createHash('sha256')
    .update(JSON.stringify([said.subject, said.property, said.value, said.qualifiers]))
    .digest('hex')
    .slice(0, 20),
  qualifiers: {},
  rank: 'normal',
  ...said,
});

export const say = (
  subject: string,
  property: string,
  value: Value,
  more: Omit<Said, 'subject' | 'property' | 'value' | 'citations'> = {},
  citations: readonly Citation[] = [cite('mot', 1, 'x')],
): Statement => statement({ subject, property, value, citations, ...more });

/** So many guests that a page does not hold them all. */
export const guests = Array.from({ length: 30 }, (_, index) => `body:so-${100 + index}`);

const entities: readonly Entity[] = [
  entity('person:bui-thanh-son', 'Bùi Thanh Sơn', 'Bui Thanh Son', {
    aliases: { vi: ['Bộ trưởng Sơn'], en: ['Minister Son'] },
    description: { vi: 'Nhà ngoại giao', en: 'A diplomat' },
  }),
  entity('person:pham-minh-chinh', 'Phạm Minh Chính', 'Pham Minh Chinh'),
  entity('office:bo-truong', 'Bộ trưởng Bộ Ngoại giao', 'Minister of Foreign Affairs'),
  entity('office:thu-truong', 'Thứ trưởng', 'Deputy Minister', { shared: true }),
  entity('body:bo-ngoai-giao', 'Bộ Ngoại giao', 'Ministry of Foreign Affairs'),
  entity('country:vnm', 'Việt Nam', 'Viet Nam', { codes: { alpha2: 'VN', alpha3: 'VNM' } }),
  entity('country:jpn', 'Nhật Bản', 'Japan', { codes: { alpha2: 'JP', alpha3: 'JPN' } }),
  entity('country:pcn', 'Nước không ai nhắc', 'An island apart'),
  entity('conference:31', 'Hội nghị Ngoại giao 31', '31st Diplomatic Conference'),
  entity('partnership:vnm-jpn', 'Việt Nam – Nhật Bản', 'Viet Nam – Japan'),
  entity('agreement:evipa', 'EVIPA', 'EVIPA'),
  entity('metric:tham', 'Số chuyến thăm', 'Number of visits'),
  entity('observation:tham-a', '45 chuyến thăm', '45 visits'),
  entity('observation:tham-b', 'Gần 50 chuyến thăm', 'Nearly 50 visits'),
  entity('source:mot', 'Bài một', 'Article one', {
    text: { file: 'article-1.md', language: 'vi', paragraphs: 12 },
  }),
  entity('source:hai', 'Bài hai', 'Article two', {
    text: { file: 'article-2.md', language: 'en', paragraphs: 8 },
  }),
  ...guests.map((id) => entity(id, `Sở ${id.slice(-3)}`, `Department ${id.slice(-3)}`)),
];

const statements: readonly Statement[] = [
  say('person:bui-thanh-son', 'holdsOffice', to('office:bo-truong'), {
    qualifiers: { at: date('2021-12-14') },
  }),
  say(
    'person:bui-thanh-son',
    'chairs',
    to('conference:31'),
    { qualifiers: { capacity: to('office:bo-truong') } },
    [cite('mot', 2, 'chủ trì', 'Bùi Thanh Sơn'), cite('hai', 3, 'chairs')],
  ),
  say('person:pham-minh-chinh', 'attends', to('conference:31'), {}, [
    {
      ...cite('hai', 4, 'the Prime Minister'),
      inferred: { vi: 'Thủ tướng là ông Chính', en: 'The Prime Minister is Mr Chinh' },
      attributedTo: 'body:bo-ngoai-giao',
    },
  ]),
  say('office:bo-truong', 'officeOf', to('body:bo-ngoai-giao')),
  say('conference:31', 'theme', text('Chủ đề cũ', 'An old theme'), {}, [
    cite('mot', 1, 'cũ'),
    cite('hai', 1, 'old'),
  ]),
  say('conference:31', 'theme', text('Chủ đề đúng', 'The right theme'), {
    rank: 'preferred',
    reason: { vi: 'In trên phông', en: 'Printed on the banner' },
  }),
  say('conference:31', 'startDate', date('2021-12-14')),
  say('conference:31', 'endDate', date('2021-12'), {
    rank: 'deprecated',
    reason: { vi: 'Sai', en: 'Wrong' },
  }),
  say('conference:31', 'ordinal', { type: 'integer', integer: 31 }),
  say('conference:31', 'format', term('format', 'hybrid')),
  say('conference:31', 'agenda', text('Tổng kết', 'Review')),
  say('conference:31', 'agenda', text('Kế hoạch', 'Plans')),
  say('conference:31', 'discusses', to('country:vnm')),
  say('partnership:vnm-jpn', 'party', to('country:vnm')),
  say('partnership:vnm-jpn', 'party', to('country:jpn')),
  say('partnership:vnm-jpn', 'level', term('partnershipLevel', 'comprehensive-strategic')),
  say('agreement:evipa', 'status', term('agreementStatus', 'signed'), {
    qualifiers: { at: date('2019-06') },
  }),
  say('agreement:evipa', 'status', term('agreementStatus', 'being-ratified'), {
    qualifiers: { at: date('2021') },
  }),
  say('metric:tham', 'measures', to('country:vnm')),
  say('observation:tham-a', 'observationOf', to('metric:tham')),
  say('observation:tham-a', 'amount', quantity(45, 'visit')),
  say('observation:tham-b', 'observationOf', to('metric:tham')),
  say('observation:tham-b', 'amount', quantity(50, 'visit', 'nearly')),
  say('source:mot', 'url', { type: 'url', url: 'https://example.org/bai/1' }),
  say('source:mot', 'title', text('Tít bài', 'A headline')),
  say('source:mot', 'pageDate', date('2021-12-18T12:44')),
  say('source:mot', 'reportsOn', to('conference:31')),
  ...guests.map((id) => say(id, 'attends', to('conference:31'))),
];

const propertyOrder = [...ontology.properties.keys()];
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Entities and statements in the order of a dataset. */
export const datasetOf = (
  entities: readonly Entity[],
  statements: readonly Statement[],
): Dataset => ({
  version: 'a'.repeat(64),
  ontology,
  entities: entities.toSorted((a, b) => compare(a.id, b.id)),
  statements: statements.toSorted(
    (a, b) =>
      compare(a.subject, b.subject) ||
      propertyOrder.indexOf(a.property) - propertyOrder.indexOf(b.property) ||
      compare(a.id, b.id),
  ),
});

/** A few facts of each sort; a conference with more guests than a page holds. */
export const world = datasetOf(entities, statements);
