import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { print } from 'graphql';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Ask } from '../../src/pieces/ask.ts';
import { defaultSettings, type Settings } from '../../src/pieces/settings.ts';
import { table } from '../../src/pieces/table/piece.tsx';
import { type EntityRow, ownColumns, sortRows } from '../../src/pieces/table/rows.ts';
import { openLocally } from '../../src/server/local.ts';
import { packagePath } from '../../src/server/package.ts';

const local = await openLocally({
  graphData: packagePath('graph-data'),
  cacheFolder: join(tmpdir(), `caytre-table-${process.pid}`),
});
if (!local.ok) throw new Error(JSON.stringify(local.problems));

const ask: Ask = async (operation, variables) => {
  const answer = await local.ask({
    query: print(operation),
    variables: variables as Record<string, unknown>,
    language: 'en',
  });
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return answer.data as never;
};
const load = (settings: Partial<Settings>) => {
  const all: Settings = { ...defaultSettings, lang: 'en', ...settings };
  return table.load(ask, all).then((answer) => ({ answer, settings: all }));
};

describe('the piece "table"', () => {
  test('has columns of its own for one kind, and names its sources', async () => {
    const { answer, settings } = await load({ kinds: ['partnership'] });
    expect(answer.rows.length).toBe(answer.total);
    expect(answer.own.map(({ key }) => key)).toContain('level');
    expect(table.sources(answer)).not.toEqual([]);
    expect(table.cut?.(answer)).toBeUndefined();
    const body = renderToString(h(table.Body, { answer, settings }));
    expect(body).toContain('Comprehensive Strategic Partnership');
    expect(body).not.toContain('style=');
  });

  test('filters by level, by words, by what is joined to an entity, and as of a date', async () => {
    const strategic = await load({ kinds: ['partnership'], levels: ['strategic'] });
    expect(strategic.answer.rows.map(({ id }) => id)).toEqual(['partnership:viet-nam-brazil']);
    const found = await load({ query: 'bui thanh son' });
    expect(found.answer.rows[0]!.id).toBe('person:bui-thanh-son');
    const near = await load({ entity: ['country:jpn'] });
    expect(near.answer.rows.map(({ id }) => id)).toContain('partnership:viet-nam-nhat-ban');
    const early = await load({ kinds: ['partnership'], asOf: '2021-06' });
    expect(early.answer.total).toBe(0);
    expect(table.isEmpty(early.answer)).toBe(true);
  });

  test('goes over pages up to its limit, and says that it is cut', async () => {
    const { answer } = await load({ limit: 130 });
    expect(answer.rows).toHaveLength(130);
    expect(new Set(answer.rows.map(({ id }) => id)).size).toBe(130);
    expect(table.cut?.(answer)).toEqual({ shown: 130, of: answer.total });
  });

  test('is a picture of the size asked for, with only the rows that fit', async () => {
    const { answer, settings } = await load({ width: 400, height: 200, theme: 'dark' });
    const picture = renderToString(table.picture(answer, settings));
    expect(picture).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="400" height="200"/,
    );
    const shown = picture.match(/<circle/g)!.length;
    expect(shown).toBeGreaterThan(0);
    expect(picture).toContain(`${shown} of ${answer.total}`);
    expect(picture).toContain(table.sources(answer)[0]!.name);
    expect(picture).not.toContain('NaN');
  });
});

describe('rows', () => {
  const value = fc.option(fc.oneof(fc.integer(), fc.string()), { nil: undefined });

  test('are ordered either way with nothing last, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(value), fc.boolean(), (values, isDescending) => {
        const rows = values.map((sort, at) => ({ sort, at }));
        const sorted = sortRows(rows, ({ sort }) => sort, isDescending, 'vi');
        expect(sorted.toSorted((a, b) => a.at - b.at)).toEqual(rows);
        const empty = sorted.findIndex(({ sort }) => sort === undefined);
        if (empty !== -1) {
          expect(sorted.slice(empty).every(({ sort }) => sort === undefined)).toBe(true);
        }
      }),
    );
  });

  test('are ordered by the Vietnamese alphabet', () => {
    const words = ['đò', 'dò', 'anh', 'ăn', 'dồ'];
    expect(sortRows(words, (word) => word, false, 'vi')).toEqual(['anh', 'ăn', 'dò', 'dồ', 'đò']);
  });

  test('have no columns of their own where there are many kinds', () => {
    const row = { own: { level: { label: 'a', sort: 'a' } } } as unknown as EntityRow;
    expect(ownColumns([row], 1)).toEqual(['level']);
    expect(ownColumns([row], 4)).toEqual([]);
  });
});
