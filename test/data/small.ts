import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ReadOptions, readDataset } from '../../src/data/read.ts';
import type { Problem } from '../../src/errors/problem.ts';

/** A data folder by path; canonical, and without a problem. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const ontologyYaml = `kinds:
  person:
    label: { vi: Người, en: Person }
    description: { vi: Một con người., en: A human being. }
  office:
    label: { vi: Chức vụ, en: Office }
    description: { vi: Một chức vụ., en: A position. }
    attributes: [shared]
  country:
    label: { vi: Quốc gia, en: Country }
    description: { vi: Một nước., en: A country. }
    attributes: [codes]
  conference:
    label: { vi: Hội nghị, en: Conference }
    description: { vi: Một kỳ hội nghị., en: One edition of a conference. }
  source:
    label: { vi: Nguồn, en: Source }
    description: { vi: Một bài báo., en: An article. }

qualifiers:
  from:
    type: date
    label: { vi: từ, en: from }
    description: { vi: Bắt đầu., en: The beginning. }
  to:
    type: date
    label: { vi: đến, en: to }
    description: { vi: Kết thúc., en: The end. }
  capacity:
    type: entity
    to: [office]
    label: { vi: cương vị, en: capacity }
    description: { vi: Với cương vị nào., en: In which office. }
  scope:
    type: text
    label: { vi: phạm vi, en: scope }
    description: { vi: Phạm vi., en: What it covers. }

vocabularies:
  format:
    label: { vi: Hình thức, en: Format }
    terms:
      in-person: { vi: trực tiếp, en: in person }
      online: { vi: trực tuyến, en: online }
  unit:
    label: { vi: Đơn vị, en: Unit }
    terms:
      day: { vi: ngày, en: days }
      session: { vi: phiên họp, en: sessions }
  approximation:
    label: { vi: Mức độ, en: Approximation }
    terms:
      exact: { vi: đúng, en: exactly }
      about: { vi: khoảng, en: about }

properties:
  # -- people
  holdsOffice:
    label: { vi: giữ chức, en: holds office }
    description: { vi: Người giữ chức vụ., en: A person holds an office. }
    from: [person]
    to: [office]
    inverse: { name: heldBy, label: { vi: do … giữ, en: held by }, values: one-at-a-time }
    values: many
    qualifiers: [from, to]
  chairs:
    label: { vi: chủ trì, en: chairs }
    description: { vi: Người chủ trì., en: A person chairs it. }
    from: [person]
    to: [conference]
    inverse: { name: chairedBy, label: { vi: do … chủ trì, en: chaired by } }
    values: many
    qualifiers: [capacity]

  # -- conferences
  startDate:
    label: { vi: ngày bắt đầu, en: start date }
    description: { vi: Ngày bắt đầu., en: The first day. }
    from: [conference]
    value: date
    values: one
    qualifiers: [scope]
  endDate:
    label: { vi: ngày kết thúc, en: end date }
    description: { vi: Ngày kết thúc., en: The last day. }
    from: [conference]
    value: date
    values: one
    qualifiers: [scope]
  format:
    label: { vi: hình thức, en: format }
    description: { vi: Họp thế nào., en: How it meets. }
    from: [conference]
    value: term
    vocabulary: format
    values: one
  duration:
    label: { vi: kéo dài, en: duration }
    description: { vi: Bao lâu., en: How long. }
    from: [conference]
    value: quantity
    values: one
    qualifiers: [scope]
  ordinal:
    label: { vi: thứ tự, en: ordinal }
    description: { vi: Số thứ tự., en: Its number in order. }
    from: [conference]
    value: integer
    values: one
  code:
    label: { vi: mã, en: code }
    description: { vi: Mã., en: A code. }
    from: any
    value: string
    values: one
  summary:
    label: { vi: tóm tắt, en: summary }
    description: { vi: Nội dung., en: What it says. }
    from: any
    value: text
    values: many
  url:
    label: { vi: địa chỉ, en: URL }
    description: { vi: Địa chỉ., en: Its address. }
    from: [source]
    value: url
    values: many
`;

export const small: Files = {
  'ontology.yaml': ontologyYaml,
  'entities/country.yaml': `entities:
  - { id: country:jpn, names: { vi: Nhật Bản, en: Japan }, codes: { alpha2: JP, alpha3: JPN } }
  - { id: country:nor, names: { vi: Na Uy, en: Norway }, codes: { alpha2: "NO", alpha3: NOR } }
`,
  'entities/office.yaml': `entities:
  - { id: office:bo-truong, names: { vi: Bộ trưởng, en: Minister } }
  - { id: office:dai-su, names: { vi: Đại sứ, en: Ambassador }, aliases: { en: [Envoy] }, shared: true }
`,
  'entities/person.yaml': `entities:
  - id: person:an
    names: { vi: An, en: An }
    description:
      vi: Người chủ trì hội nghị trong dữ liệu nhỏ này của các phép thử.
      en: The person who chairs the conference in this small data of the tests.
  - { id: person:binh, names: { vi: Bình, en: Binh } }
`,
  'entities/conference.yaml': `entities:
  - { id: conference:hoi-nghi-1, names: { vi: Hội nghị lần thứ nhất, en: First conference } }
`,
  'sources/a.yaml': `id: source:a
names: { vi: Bài A, en: Article A }
description: { vi: Tin về hội nghị., en: News of the conference. }
file: a.txt
language: vi
paragraphs: 3
statements:
  - subject: conference:hoi-nghi-1
    property: startDate
    value: "2021-12-13"
    citations:
      - { paragraph: 1, evidence: [13/12], inferred: { vi: Năm theo bài B., en: The year follows from article B. } }
  - subject: person:an
    property: chairs
    value: conference:hoi-nghi-1
    qualifiers: { capacity: office:bo-truong }
    citations:
      - { paragraph: 2, evidence: [An, chủ trì] }
      - { source: source:b, paragraph: 1, evidence: [An] }
`,
  'sources/b.yaml': `id: source:b
names: { vi: Bài B, en: Article B }
description: { vi: Tin vắn., en: News in brief. }
file: b.txt
language: vi
paragraphs: 2
statements:
  - subject: conference:hoi-nghi-1
    property: duration
    value: { amount: 3, unit: day, approximation: about }
    citations:
      - { paragraph: 1, evidence: [khoảng ba ngày] }
  - subject: person:an
    property: chairs
    value: conference:hoi-nghi-1
    qualifiers: { capacity: office:bo-truong }
    citations:
      - { paragraph: 1, evidence: [Bộ trưởng An] }
`,
};

/** Writes files into a folder of their own, which the end of the test removes. */
export async function writeFolder(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'caytre-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** `place  CODE  what is wrong  →  how to mend it`. */
export const line = ({ code, message, mend, where }: Problem): string => {
  const place = [where.file, where.line, where.column].filter((part) => part !== undefined);
  return `${place.join(':')}  ${code}  ${message}  →  ${mend}`;
};

/** The problems of the small data with some files replaced (or, with `null`, taken away). */
export async function problemsWith(
  changes: Readonly<Record<string, string | Uint8Array | null>>,
  options?: ReadOptions,
): Promise<readonly string[]> {
  const files = Object.entries({ ...small, ...changes }).filter(
    (entry): entry is [string, string | Uint8Array] => entry[1] !== null,
  );
  const reading = await readDataset(await writeFolder(Object.fromEntries(files)), options);
  if (reading.ok) return [];
  return [...reading.problems.map(line), ...(reading.leftOut > 0 ? [`+${reading.leftOut}`] : [])];
}

/** A file of the small data with a part of it replaced. */
export function changed(path: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = small[path] as string;
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return { [path]: text.replace(from, to) };
}
