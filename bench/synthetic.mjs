// Writes synthetic data in the layout of graph-data, as JSON Lines; the same seed gives the same bytes.
// Usage: node bench/synthetic.mjs FOLDER [--statements N | --entities N] [--seed N]
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ONTOLOGY = fileURLToPath(new URL('../graph-data/ontology.yaml', import.meta.url));
const STATEMENTS_OF_A_SOURCE = 1000;
const PARAGRAPHS = 40;
/** Of so many statements one is inferred. */
const INFERRED_EVERY = 50;

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ'];
const GIVEN = ['An', 'Bình', 'Châu', 'Dũng', 'Đức', 'Giang', 'Hòa', 'Khánh', 'Sơn', 'Thủy', 'Yến'];
const TOPICS = ['đối ngoại', 'kinh tế', 'văn hóa', 'biên giới', 'khí hậu', 'công nghệ', 'y tế'];
const TASK_TYPES = ['goal', 'task', 'measure', 'achievement'];
const COUNTRIES = [
  ['vnm', 'VN', 'Việt Nam', 'Viet Nam'],
  ['jpn', 'JP', 'Nhật Bản', 'Japan'],
  ['fra', 'FR', 'Pháp', 'France'],
  ['bra', 'BR', 'Brazil', 'Brazil'],
  ['ind', 'IN', 'Ấn Độ', 'India'],
];

/** Numbers below 1 that look random, from a seed: the generator mulberry32 (Tommy Ettinger, public domain). */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A stream of records into a file, a line each; waits when the disk does. */
class Lines {
  #stream;

  constructor(file) {
    this.#stream = createWriteStream(file);
  }

  async write(record) {
    if (!this.#stream.write(`${JSON.stringify(record)}\n`)) await once(this.#stream, 'drain');
  }

  async close() {
    this.#stream.end();
    await once(this.#stream, 'close');
  }
}

/**
 * Endless statements about conferences, who attends and speaks at them, what comes of them, and what is counted there. Some
 * sources differ in a figure, and some holders of an office follow one another.
 */
function* facts(entity, random) {
  const below = (count) => Math.floor(random() * count);
  const pick = (list) => list[below(list.length)];
  const numbered = (kind, number, vi, en) => {
    const id = `${kind}:${kind}-${number}`;
    entity(kind, { id, names: { vi: `${vi} ${number}`, en: `${en} ${number}` } });
    return id;
  };
  const countries = COUNTRIES.map(([slug, alpha2, vi, en]) => {
    const id = `country:${slug}`;
    entity('country', { id, names: { vi, en }, codes: { alpha2, alpha3: slug.toUpperCase() } });
    return id;
  });
  const hub = countries[0];
  const topics = TOPICS.map((topic, number) => numbered('topic', number, `Về ${topic}`, 'Topic'));
  const series = numbered('series', 1, 'Hội nghị thường niên', 'Annual conference');
  const people = [];
  const tasks = [];
  let office;
  let metric;

  for (let number = 1; ; number += 1) {
    const year = 2000 + (number % 25);
    const month = String(1 + (number % 12)).padStart(2, '0');
    const date = `${year}-${month}-${String(1 + (number % 28)).padStart(2, '0')}`;
    const person = numbered('person', number, `${pick(FAMILIES)} ${pick(GIVEN)}`, 'Person');
    people.push(person);
    if (number % 5 === 1) office = numbered('office', number, 'Vụ trưởng Vụ', 'Head of department');
    if (number % 10 === 1)
      metric = numbered('metric', number, 'Số hoạt động loại', 'Activities of type');
    const conference = numbered('conference', number, 'Hội nghị', 'Conference');
    const speech = numbered('speech', number, 'Phát biểu', 'Speech');
    const figure = numbered('observation', number, 'Số liệu', 'Figure');

    yield [person, 'holdsOffice', office, number % 2 === 0 ? { from: date } : { at: date }];
    yield [conference, 'inSeries', series];
    yield [conference, 'ordinal', number];
    yield [conference, 'startDate', date];
    if (number % 3 === 0) yield [conference, 'endDate', date];
    yield [conference, 'theme', { vi: `Bàn về ${pick(TOPICS)} ${number}`, en: `Theme ${number}` }];
    yield [conference, 'concerns', hub];
    yield [conference, 'discusses', pick(topics)];
    const attending = new Set([person, pick(people), pick(people), pick(people)]);
    for (const one of attending) yield [one, 'attends', conference];
    yield [speech, 'speaker', pick(people), { capacity: office }];
    yield [speech, 'deliveredAt', conference];
    yield [
      speech,
      'summary',
      { vi: `Nêu ${pick(TOPICS)} và ${pick(TOPICS)}`, en: `Summary ${number}` },
    ];
    yield [speech, 'concerns', pick(countries)];
    yield [speech, 'date', date];
    const task = numbered('task', number, `Nhiệm vụ về ${pick(TOPICS)}`, 'Task');
    tasks.push(task);
    yield [task, 'taskType', pick(TASK_TYPES)];
    yield [task, 'basedOn', speech];
    if (number > 1) yield [task, 'implements', tasks[below(number - 1)]];
    yield [task, 'assignedTo', person];
    yield [figure, 'observationOf', metric];
    const amount = 100 + below(900);
    yield [figure, 'amount', { amount, unit: 'activity' }];
    if (number % 20 === 0) yield [figure, 'amount', { amount: amount + 1, unit: 'activity' }];
    yield [figure, 'asOf', String(year)];
    yield [figure, 'concerns', hub];
  }
}

/**
 * Writes a data folder with so many statements, or as many as it takes to speak of so many entities; a few entities, such as
 * a country, stand in very many of them.
 */
export async function writeSynthetic(
  folder,
  { statements = Number.POSITIVE_INFINITY, entities: most = Number.POSITIVE_INFINITY, seed = 1 },
) {
  await mkdir(join(folder, 'entities'), { recursive: true });
  await mkdir(join(folder, 'sources'), { recursive: true });
  await copyFile(ONTOLOGY, join(folder, 'ontology.yaml'));
  const random = mulberry32(seed);
  const entities = new Map();
  const pending = [];
  const all = facts((kind, record) => pending.push([kind, record]), random);
  let source;
  let written = 0;
  for (let number = 0; number < statements && written < most; number += 1) {
    const [subject, property, value, qualifiers] = all.next().value;
    for (const [kind, record] of pending.splice(0)) {
      if (!entities.has(kind)) {
        entities.set(kind, new Lines(join(folder, 'entities', `${kind}.jsonl`)));
      }
      await entities.get(kind).write(record);
      written += 1;
    }
    if (number % STATEMENTS_OF_A_SOURCE === 0) {
      await source?.close();
      const slug = `bai-${1 + number / STATEMENTS_OF_A_SOURCE}`;
      written += 1;
      source = new Lines(join(folder, 'sources', `${slug}.jsonl`));
      await source.write({
        id: `source:${slug}`,
        names: { vi: `Bài báo ${slug}`, en: `Article ${slug}` },
        description: { vi: `Tóm tắt ${slug}`, en: `Summary of ${slug}` },
        file: `${slug}.txt`,
        language: 'vi',
        paragraphs: PARAGRAPHS,
      });
    }
    const paragraph = 1 + Math.floor(random() * PARAGRAPHS);
    const evidence = [`bằng chứng ${number}`];
    const inferred = number % INFERRED_EVERY === 0 && { vi: 'Suy ra.', en: 'Inferred.' };
    const citations = [{ paragraph, evidence, ...(inferred && { inferred }) }];
    await source.write({ subject, property, value, ...(qualifiers && { qualifiers }), citations });
  }
  await source?.close();
  for (const lines of entities.values()) await lines.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      statements: { type: 'string' },
      entities: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error('Say which folder to write to.');
  const { statements, entities } = values;
  await writeSynthetic(folder, {
    ...(statements !== undefined && { statements: Number(statements) }),
    ...(entities !== undefined && { entities: Number(entities) }),
    ...(statements === undefined && entities === undefined && { statements: 10_000 }),
    seed: Number(values.seed),
  });
}
