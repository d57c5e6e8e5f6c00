import type { Dataset } from '../../../src/data/dataset.ts';
import { buildGraph } from '../../../src/graph/build.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import type { GraphStore } from '../../../src/store/port.ts';
import { datasetOf, date, entity, quantity, say, term, to } from './world.ts';

const at = (iso: string) => ({ qualifiers: { at: date(iso) } });
const integer = (value: number) => ({ type: 'integer', integer: value }) as const;

/** A few years of one country: a handover, a step between two that is known by its period only, a treaty, figures. */
export const timedWorld: Dataset = datasetOf(
  [
    entity('country:vnm', 'Việt Nam', 'Viet Nam'),
    entity('country:kor', 'Hàn Quốc', 'South Korea'),
    entity('country:mys', 'Malaysia', 'Malaysia'),
    entity('person:an', 'An', 'An'),
    entity('person:binh', 'Bình', 'Binh'),
    entity('office:bo-truong', 'Bộ trưởng', 'Minister'),
    entity('conference:31', 'Hội nghị 31', '31st Conference'),
    entity('conference:32', 'Hội nghị 32', '32nd Conference'),
    entity('partnership:vnm-kor', 'Việt Nam – Hàn Quốc', 'Viet Nam – South Korea'),
    entity('partnership:vnm-mys', 'Việt Nam – Malaysia', 'Viet Nam – Malaysia'),
    entity('agreement:evipa', 'EVIPA', 'EVIPA'),
    entity('post:nhan-quyen', 'Hội đồng Nhân quyền', 'Human Rights Council'),
    entity('metric:tham', 'Chuyến thăm', 'Visits'),
    entity('observation:tham-2023', '45 chuyến thăm', '45 visits'),
    entity('observation:tham-2024', 'Gần 60 chuyến thăm', 'Nearly 60 visits'),
    entity('observation:tham-dau', '1 chuyến thăm', '1 visit'),
    entity('source:mot', 'Bài một', 'Article one', {
      text: { file: 'article-1.md', language: 'vi', paragraphs: 12 },
    }),
  ],
  [
    say('person:an', 'holdsOffice', to('office:bo-truong'), at('2021-12')),
    say('person:an', 'holdsOffice', to('office:bo-truong'), at('2023-12-19')),
    say('person:binh', 'holdsOffice', to('office:bo-truong'), at('2025-08')),
    say('person:an', 'chairs', to('conference:31')),
    say('person:an', 'chairs', to('conference:32')),
    say('conference:31', 'endDate', date('2021-12-18')),
    say('conference:31', 'ordinal', integer(31)),
    say('conference:32', 'startDate', date('2023-12-19')),
    say('conference:32', 'ordinal', integer(32)),
    say('conference:32', 'ordinal', integer(33)),
    say('partnership:vnm-kor', 'party', to('country:vnm')),
    say('partnership:vnm-kor', 'party', to('country:kor')),
    say('partnership:vnm-kor', 'periodStart', date('2021-12')),
    say('partnership:vnm-kor', 'periodEnd', date('2023-12')),
    say('partnership:vnm-mys', 'party', to('country:vnm')),
    say('partnership:vnm-mys', 'party', to('country:mys')),
    say('partnership:vnm-mys', 'date', date('2024')),
    say('agreement:evipa', 'status', term('agreementStatus', 'signed'), at('2019-06')),
    say('agreement:evipa', 'status', term('agreementStatus', 'being-ratified'), at('2021')),
    say('post:nhan-quyen', 'occupiedBy', to('country:vnm')),
    say('post:nhan-quyen', 'periodStart', date('2023')),
    say('post:nhan-quyen', 'periodEnd', date('2025')),
    say('observation:tham-2023', 'observationOf', to('metric:tham')),
    say('observation:tham-2023', 'amount', quantity(45, 'visit')),
    say('observation:tham-2023', 'periodStart', date('2021-12')),
    say('observation:tham-2023', 'periodEnd', date('2023')),
    say('observation:tham-2024', 'observationOf', to('metric:tham')),
    say('observation:tham-2024', 'amount', quantity(60, 'visit', 'nearly')),
    say('observation:tham-2024', 'periodStart', date('2024')),
    say('observation:tham-2024', 'periodEnd', date('2024')),
    say('observation:tham-dau', 'observationOf', to('metric:tham')),
    say('observation:tham-dau', 'amount', quantity(1, 'visit')),
    say('source:mot', 'pageDate', date('2024-04-19T12:44')),
  ],
);

export const timedStore = (): GraphStore => createMemoryStore(buildGraph(timedWorld));
