import { expect } from 'vitest';
import type { Answers, Page, PageRequest } from '../../src/store/port.ts';

type Ask<T> = (page: PageRequest) => Promise<Page<T>>;

/** Turns a method of the store into a question for one page, which must be answered. */
export const asking =
  <Request, T>(
    method: (requests: readonly (Request & { readonly page: PageRequest })[]) => Answers<Page<T>>,
    request: Request,
  ): Ask<T> =>
  async (page) => {
    const [answer] = await method([{ ...request, page }]);
    if (answer instanceof Error) throw answer;
    expect(answer).not.toBeNull();
    return answer!;
  };

/** All values, page by page from the front. Checks what each page says of the pages around it. */
export async function walkForward<T>(ask: Ask<T>, size: number): Promise<T[]> {
  const values: T[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await ask(after === undefined ? { first: size } : { first: size, after });
    expect(page.items.length).toBeLessThanOrEqual(size);
    expect(page.hasPreviousPage).toBe(values.length > 0);
    values.push(...page.items.map(({ value }) => value));
    expect(page.hasNextPage).toBe(values.length < page.totalCount);
    if (!page.hasNextPage) return values;
    after = page.items.at(-1)!.cursor;
  }
}

/** All values in their order, page by page from the back. */
export async function walkBackward<T>(ask: Ask<T>, size: number): Promise<T[]> {
  const values: T[] = [];
  let before: string | undefined;
  for (;;) {
    const page = await ask(before === undefined ? { last: size } : { last: size, before });
    expect(page.hasNextPage).toBe(values.length > 0);
    values.unshift(...page.items.map(({ value }) => value));
    expect(page.hasPreviousPage).toBe(values.length < page.totalCount);
    if (!page.hasPreviousPage) return values;
    before = page.items[0]!.cursor;
  }
}

/** The laws of paging for one list, whose values are known. */
export async function expectList<T>(
  ask: Ask<T>,
  expected: readonly T[],
  size: number,
): Promise<void> {
  expect(await walkForward(ask, size)).toEqual(expected);
  expect(await walkBackward(ask, size)).toEqual(expected);
  const whole = await ask({ first: 1000 });
  expect(whole.totalCount).toBe(expected.length);
  expect(new Set(whole.items.map(({ cursor }) => cursor)).size).toBe(expected.length);
  expect((await ask({ first: 0 })).items).toEqual([]);

  // Between two cursors stands what stands between their items, whichever comes first.
  const [a, b] = [whole.items.at(Math.floor(expected.length / 3)), whole.items.at(-1)];
  if (a === undefined || b === undefined) return;
  const between = await ask({ first: size, after: a.cursor, before: b.cursor });
  expect(between.items.map(({ value }) => value)).toEqual(
    expected.slice(Math.floor(expected.length / 3) + 1, -1).slice(0, size),
  );
  expect((await ask({ first: size, after: b.cursor, before: a.cursor })).items).toEqual([]);
}
