import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findLists,
  fragmentText,
  type List,
  type Page,
  pageText,
  readPages,
} from './support/connections.ts';
import { type BlackBox, startBlackBox } from './support/server.ts';

/** A list from its start to its end, read in pages of a hundred. */
interface Whole {
  readonly list: List;
  readonly cursors: string[];
  /** What is known of each item, as JSON. */
  readonly items: string[];
  totalCount: number;
}

interface Paging {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/**
 * How far from its start and its end a long list is walked: two of each name so far, others of the same name, which each
 * kind of entity has, less.
 */
const WALKED = 12;
const WALKED_AGAIN = 2;

let box: BlackBox;
let wholes: Whole[];
/** Those with something in them, and of many alike the first few. */
let filled: Whole[];

beforeAll(async () => {
  box = await startBlackBox();
  wholes = (await findLists(box)).map((list) => ({ list, cursors: [], items: [], totalCount: 0 }));
  let open = wholes;
  while (open.length > 0) {
    const pages = open.map(({ list, cursors }) => {
      const after = cursors.at(-1);
      return { list, paging: { first: 100, ...(after !== undefined && { after }) } };
    });
    const answers = await readPages(box, pages);
    open = open.filter((whole, index) => {
      const { totalCount, pageInfo, edges } = answers[index];
      whole.totalCount = totalCount;
      for (const { cursor, node } of edges) {
        whole.cursors.push(cursor);
        whole.items.push(JSON.stringify(node));
      }
      return pageInfo.hasNextPage;
    });
  }
  filled = wholes.filter(({ items }) => items.length > 0);
});
afterAll(() => box?.stop());

/** Which items a page has, from where up to where: the algorithm of the specification of Relay's connections. */
function rangeOf({ cursors }: Whole, { first, after, last, before }: Paging): [number, number] {
  let from = after === undefined ? 0 : cursors.indexOf(after) + 1;
  let to = before === undefined ? cursors.length : cursors.indexOf(before);
  to = Math.max(from, to);
  if (last !== undefined) from = Math.max(from, to - last);
  else to = Math.min(to, from + (first ?? 20));
  return [from, to];
}

/** Asks for pages of lists and tells, of the first few, which are not what the whole list says, and in what. */
async function differences(asked: readonly (readonly [Whole, Paging])[]): Promise<string[]> {
  const pages = asked.map(([{ list }, paging]): Page => ({ list, paging: { ...paging } }));
  const answers = await readPages(box, pages);
  const told = asked.flatMap(([whole, paging], index) => {
    const { totalCount, pageInfo, edges, nodes } = answers[index];
    const [from, to] = rangeOf(whole, paging);
    const cursors = whole.cursors.slice(from, to);
    const expected = {
      totalCount: whole.items.length,
      pageInfo: {
        hasNextPage: to < whole.items.length,
        hasPreviousPage: from > 0,
        startCursor: cursors[0] ?? null,
        endCursor: cursors.at(-1) ?? null,
      },
      cursors,
      items: whole.items.slice(from, to),
      nodes: whole.items.slice(from, to),
    };
    const found = {
      totalCount,
      pageInfo,
      cursors: edges.map(({ cursor }: { cursor: string }) => cursor),
      items: edges.map(({ node }: { node: unknown }) => JSON.stringify(node)),
      nodes: nodes.map((node: unknown) => JSON.stringify(node)),
    };
    if (JSON.stringify(found) === JSON.stringify(expected)) return [];
    const { name } = whole.list;
    return [
      `${name} ${JSON.stringify(paging)}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`,
    ];
  });
  return told.slice(0, 10);
}

/** The items of a list from which pages lead on and back. */
function placesOf(whole: Whole): string[] {
  const { cursors, list } = whole;
  const alike = filled.filter((other) => other.list.field === list.field);
  const most = list.owner.way === '' || alike.indexOf(whole) < 2 ? WALKED : WALKED_AGAIN;
  return cursors.filter((_, index) => index < most || index >= cursors.length - most);
}

/** One of several for each, in turn. */
const inTurn = <T>(choices: readonly T[], wholes: readonly Whole[]): [Whole, T][] =>
  wholes.map((whole, index) => [whole, choices[index % choices.length]!]);

/** What stands at a path, or the null above it. */
// biome-ignore lint/suspicious/noExplicitAny: a test reaches into whatever the answer holds
const at = (data: any, path: readonly (string | number)[]): unknown =>
  path.reduce((value, key) => (value === null ? null : value[key]), data);

/** The codes of the errors of each page; those at the root asked alone, for such an error leaves no data, others many at once. */
async function codesOf(pages: readonly Page[]): Promise<string[]> {
  const ask = async (part: readonly Page[]): Promise<string[]> => {
    const fields = part.map((page, index) => {
      const { way } = page.list.owner;
      const text = way === '' ? pageText(page) : way.replace('#', pageText(page));
      return `q${index}: ${text}`;
    });
    const types = new Set(part.map(({ list }) => list.type));
    const fragments = [...types].map((type) => fragmentText(box.schema, type));
    const { answer, status } = await box.ask({
      query: `{ ${fields.join(' ')} } ${fragments.join(' ')}`,
    });
    expect(status).toBe(200);
    return part.map((_, index) => {
      type Told = { path: string[]; extensions: { code: string } };
      const errors = (answer.errors ?? []).filter(({ path }: Told) => path[0] === `q${index}`);
      for (const { path } of errors) expect(at(answer.data, path)).toBeNull();
      return errors.map(({ extensions }: Told) => extensions.code).join(' ');
    });
  };
  const codes: string[] = [];
  const below = pages.filter(({ list }) => list.owner.way !== '');
  const answered = new Map<Page, string>();
  for (const page of pages) {
    if (page.list.owner.way === '') answered.set(page, (await ask([page]))[0]!);
  }
  for (let at = 0; at < below.length; at += 12) {
    const part = below.slice(at, at + 12);
    const found = await ask(part);
    for (const [index, page] of part.entries()) answered.set(page, found[index]!);
  }
  for (const page of pages) codes.push(answered.get(page)!);
  return codes;
}

/** The lists for which a page that must be refused is answered with another code. */
async function otherwise(
  code: string,
  asked: readonly (readonly [Whole, Paging])[],
): Promise<string[]> {
  const pages = asked.map(([{ list }, paging]): Page => ({ list, paging: { ...paging } }));
  const codes = await codesOf(pages);
  return asked.flatMap(([{ list }, paging], index) =>
    codes[index] === code ? [] : [`${list.name} ${JSON.stringify(paging)}: ${codes[index]}`],
  );
}

describe('every list of the schema', () => {
  it('is there, most of them with something in it', () => {
    const types = new Set(wholes.map(({ list }) => list.type.name));
    const named = Object.keys(box.schema.getTypeMap()).filter((name) => /.Connection$/.test(name));
    expect([...types].toSorted()).toEqual(named.toSorted());
    expect(wholes.length).toBeGreaterThan(500);
    expect(filled.length).toBeGreaterThan(wholes.length / 3);
  });

  it('counts what it has, each item once under a cursor of its own', () => {
    const wrong = wholes.filter(
      ({ cursors, items, totalCount }) =>
        items.length !== totalCount || new Set(cursors).size !== cursors.length,
    );
    expect(wrong.map(({ list }) => list.name)).toEqual([]);
  });

  it.each([1, 2, 3])('by %i, onwards and back, is the whole list', async (size) => {
    const asked = wholes.flatMap((whole): [Whole, Paging][] => [
      [whole, { first: size }],
      [whole, { last: size }],
      ...placesOf(whole).flatMap((cursor): [Whole, Paging][] => [
        [whole, { first: size, after: cursor }],
        [whole, { last: size, before: cursor }],
      ]),
    ]);
    expect(await differences(asked)).toEqual([]);
  });

  it('has twenty items a page where nothing is said, and a hundred at most', async () => {
    const asked = wholes.flatMap((whole): [Whole, Paging][] => [
      [whole, {}],
      [whole, { last: 100 }],
    ]);
    expect(await differences(asked)).toEqual([]);
  });

  it('is cut by cursors at both ends, whichever of them comes first', async () => {
    const asked = filled.flatMap((whole): [Whole, Paging][] => {
      const { cursors } = whole;
      const one = cursors[Math.floor(cursors.length / 3)]!;
      const other = cursors[Math.floor((cursors.length * 2) / 3)]!;
      return [
        [whole, { after: one }],
        [whole, { before: other }],
        [whole, { first: 2, before: other }],
        [whole, { last: 2, after: one }],
        [whole, { first: 2, after: one, before: other }],
        [whole, { last: 2, after: other, before: one }],
      ];
    });
    expect(await differences(asked)).toEqual([]);
  });

  it('refuses pages of a wrong size', async () => {
    const sizes = [0, -1, 101, -100, 2_147_483_647];
    const roots = wholes.filter(({ list }) => list.owner.way === '');
    const asked = [
      ...inTurn(sizes, wholes).map(([whole, first]): [Whole, Paging] => [whole, { first }]),
      ...inTurn(sizes, wholes.slice(1)).map(([whole, last]): [Whole, Paging] => [whole, { last }]),
      ...sizes.flatMap((size) => roots.map((whole): [Whole, Paging] => [whole, { first: size }])),
    ];
    expect(await otherwise('ARGUMENT_OUT_OF_RANGE', asked)).toEqual([]);
  });

  it('refuses first together with last', async () => {
    const asked = wholes.map((whole) => [whole, { first: 1, last: 1 }] as const);
    expect(await otherwise('ARGUMENTS_CLASH', asked)).toEqual([]);
  });

  it('refuses cursors that are damaged', async () => {
    const damages: readonly ((cursor: string) => Paging)[] = [
      (cursor) => ({ after: cursor.slice(0, -1) }),
      (cursor) => ({ before: `${cursor}A`, last: 1 }),
      (cursor) => {
        const middle = Math.floor(cursor.length / 2);
        const other = cursor[middle] === 'x' ? 'y' : 'x';
        return { after: cursor.slice(0, middle) + other + cursor.slice(middle + 1) };
      },
      () => ({ before: '' }),
      () => ({ after: 'không' }),
      (cursor) => ({ after: ` ${cursor}` }),
    ];
    const asked = [...inTurn(damages, filled), ...inTurn(damages, filled.slice(1))].map(
      ([whole, damage]): [Whole, Paging] => [whole, damage(whole.cursors.at(-1)!)],
    );
    expect(await otherwise('CURSOR_INVALID', asked)).toEqual([]);
  });

  it('refuses cursors of another list', async () => {
    const asked = filled.map((whole, index): [Whole, Paging] => {
      const own = new Set(whole.cursors);
      const foreign = [...filled.slice(index + 1), ...filled].find(
        ({ list, items, cursors }) =>
          list.name !== whole.list.name &&
          JSON.stringify(items) !== JSON.stringify(whole.items) &&
          !own.has(cursors[0]!),
      )!;
      return [whole, { after: foreign.cursors[0]! }];
    });
    expect(await otherwise('CURSOR_INVALID', asked)).toEqual([]);
  });
});
