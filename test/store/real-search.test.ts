import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDataset } from '../../src/data/read.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Entity } from '../../src/ontology/model.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { GraphStore, SearchHit, SearchPage, Suggestion } from '../../src/store/port.ts';
import { fold } from '../../src/util/fold.ts';

const folder = fileURLToPath(new URL('../../graph-data', import.meta.url));

/** Every so many entities of the data, so that each kind has its turn. */
const STEP = 6;

let store: GraphStore;
let entities: readonly Entity[];
let sample: readonly Entity[];

beforeAll(async () => {
  const reading = await readDataset(folder);
  if (!reading.ok) throw new Error('The data has mistakes.');
  store = createMemoryStore(buildGraph(reading.dataset));
  ({ entities } = reading.dataset);
  sample = entities.filter((_, index) => index % STEP === 0);
});

async function hits(query: string, first = 20): Promise<readonly SearchHit[]> {
  const [page] = await store.search([{ query, page: { first } }]);
  return (page as SearchPage).items.map(({ value }) => value);
}

const ids = async (query: string, first?: number): Promise<readonly string[]> =>
  (await hits(query, first)).map(({ entity }) => entity.id);

/** What does not pass, by name: one look at a failure shows all of it. */
async function failing(
  names: readonly (readonly [name: string, id: string])[],
  passes: (name: string, id: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const [name, id] of names) if (!(await passes(name, id))) failed.push(`${name} (${id})`);
  return failed;
}

const names = () =>
  sample.flatMap(({ id, names: { vi, en } }) => [[vi, id] as const, [en, id] as const]);

describe('a search of the data', () => {
  it('finds every entity first by its exact name in either language, save for its namesakes', async () => {
    const failed = await failing(names(), async (name, id) => {
      const [best, ...others] = await hits(name);
      const own = best?.entity.id === id ? best : others.find(({ entity }) => entity.id === id);
      return own !== undefined && own.score >= best!.score - 0.01;
    });
    expect(failed).toEqual([]);
  });

  it('finds it by its name without marks, and the same in NFC and NFD', async () => {
    const failed = await failing(names(), async (name, id) => {
      const bare = await ids(fold(name));
      const [composed, apart] = [await ids(name), await ids(name.normalize('NFD'))];
      return bare.slice(0, 5).includes(id) && composed.join() === apart.join();
    });
    expect(failed).toEqual([]);
  });

  it('finds it by a name with a letter left out, and by one not typed to the end', async () => {
    const failed = await failing(names(), async (name, id) => {
      const long = name.split(' ').find((word) => /^\p{L}{6,}$/u.test(word));
      const mistyped = long && name.replace(long, long.slice(0, 3) + long.slice(4));
      const begun = name.slice(0, Math.max(4, name.length - 2));
      return (
        (mistyped === undefined || (await ids(mistyped)).includes(id)) &&
        (await ids(begun)).includes(id)
      );
    });
    expect(failed).toEqual([]);
  });

  it('finds it by a name in which two letters changed places', async () => {
    const failed = await failing(names(), async (name, id) => {
      const long = name.split(' ').find((word) => /^\p{L}{5,}$/u.test(word));
      if (long === undefined) return true;
      const swapped = `${long.slice(0, 2)}${long[3]}${long[2]}${long.slice(4)}`;
      return (await ids(name.replace(long, swapped), 5)).includes(id);
    });
    expect(failed).toEqual([]);
  });

  it('finds who is meant among the first three by a name with one letter amiss', async () => {
    const kinds = new Set(['person', 'country', 'office', 'document', 'conference']);
    // A letter left out, doubled, replaced, or swapped with the next, at a place that differs from name to name.
    const slips: ((before: string, letter: string, after: string) => string)[] = [
      (before, _, after) => before + after,
      (before, letter, after) => before + letter + letter + after,
      (before, _, after) => `${before}k${after}`,
      (before, letter, after) => before + after.slice(0, 1) + letter + after.slice(1),
    ];
    const mistyped = entities
      .filter(({ kind }) => kinds.has(kind))
      .flatMap(({ id, names: { vi, en } }) => [[vi, id] as const, [en, id] as const])
      .flatMap(([name, id], number) =>
        slips.map((slip, which) => {
          const place = (number * 7 + which * 3) % name.length;
          return [
            slip(name.slice(0, place), name.charAt(place), name.slice(place + 1)),
            id,
          ] as const;
        }),
      )
      .filter(([name]) => !/\d/.test(name));
    const failed = await failing(mistyped, async (name, id) => (await ids(name, 3)).includes(id));
    expect(failed.length / mistyped.length, failed.join('\n')).toBeLessThan(0.05);
  });

  it.each([
    ['Bi Thanh Sơn', 'person:bui-thanh-son'],
    ['Phạm Mih Chính', 'person:pham-minh-chinh'],
    ['Ho hi Minh', 'person:ho-chi-minh'],
    ['Hn Quốc', 'country:kor'],
    ['Viet am', 'country:vnm'],
    ['Nguyen Phu Tong', 'person:nguyen-phu-trong'],
    ['Nguyen Xun Phuc', 'person:nguyen-xuan-phuc'],
    ['Ấn ộ', 'country:ind'],
    ['bui thanhson', 'person:bui-thanh-son'],
    ['JPN', 'country:jpn'],
    ['US', 'country:usa'],
    ['VN', 'country:vnm'],
    ['hội nghị 31', 'conference:hoi-nghi-ngoai-giao-31'],
    ['hoi nghi 32', 'conference:hoi-nghi-ngoai-giao-32'],
  ])('for %s finds %s', async (query, id) => {
    expect((await ids(query, 1))[0]).toBe(id);
  });

  it.each([
    ['Tô Lâm', 'other-marks'],
    ['nguyen tan dung', 'some'],
    ['Đài Loan', 'typo'],
    ['chip', 'typo'],
    // The words stand in texts about him, but it is the name that is mistyped.
    ['Nguyen Phu Tong', 'typo'],
  ])('tells that %s is not there as typed: %s', async (query, best) => {
    const [page] = await store.search([{ query, page: { first: 1 } }]);
    expect((page as SearchPage).best).toBe(best);
  });

  it.each([
    ['nhat', 'country:jpn'],
    ['an d', 'country:ind'],
    ['jap', 'country:jpn'],
    ['bra', 'country:bra'],
    ['fra', 'country:fra'],
    ['kor', 'country:kor'],
    ['mal', 'country:mys'],
    ['aus', 'country:aus'],
    ['hàn', 'country:kor'],
    ['viet', 'country:vnm'],
    ['nguyen', 'person:nguyen-phu-trong'],
    ['chỉ', 'document:chi-thi-25'],
  ])('suggests for %s first %s', async (prefix, id) => {
    const [answer] = await store.suggestions([{ prefix, limit: 1 }]);
    expect((answer as readonly Suggestion[])[0]?.entity.id).toBe(id);
  });

  it('finds it by every alias', async () => {
    const aliases = sample.flatMap(({ id, aliases: all }) =>
      [...(all?.vi ?? []), ...(all?.en ?? [])].map((alias) => [alias, id] as const),
    );
    const failed = await failing(aliases, async (alias, id) => (await ids(alias, 5)).includes(id));
    expect(failed).toEqual([]);
  });

  it.each([
    ['Hồ Chí Minh', 'person:ho-chi-minh'],
    ['ho chi minh', 'person:ho-chi-minh'],
    ['Việt Nam', 'country:vnm'],
    ['Vietnam', 'country:vnm'],
    ['hoa ky', 'country:usa'],
    ['United States', 'country:usa'],
    ['Đối ngoại Đảng', 'pillar:doi-ngoai-dang'],
    ['doi ngoai dang', 'pillar:doi-ngoai-dang'],
    // The marks of a word that is only begun count too: not Đối ngoại đa phương.
    ['Đối ngoại Đả', 'pillar:doi-ngoai-dang'],
    // A name that goes on so, before one that is only a part of what is typed, such as Foreign affairs.
    ['ministry of foreign affairs', 'body:bo-ngoai-giao'],
    ['nghị quyết Đại hội XIII', 'document:nghi-quyet-dai-hoi-xiii'],
    ['nghi quyet dai hoi xiii', 'document:nghi-quyet-dai-hoi-xiii'],
    // But a person before what is called by the title and the name.
    ['Tổng Bí thư Nguyễn Phú Trọng', 'person:nguyen-phu-trong'],
    ['Bùi Thnh Sơn', 'person:bui-thanh-son'],
    ['Nguyễn Phú Tr', 'person:nguyen-phu-trong'],
  ])('for %s finds %s first', async (query, id) => {
    expect((await ids(query))[0]).toBe(id);
  });

  it('suggests what is typed, marks first', async () => {
    const [answer] = await store.suggestions([{ prefix: 'hồ', limit: 5 }]);
    const suggested = answer as readonly { readonly text: string }[];
    expect(suggested[0]!.text).toBe('Hồ Chí Minh');
    expect(suggested.every(({ text }) => /(^| )hồ/iu.test(text))).toBe(true);
  });
});
