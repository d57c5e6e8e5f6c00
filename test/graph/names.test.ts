import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { editDistance } from '../../src/util/edit-distance.ts';
import { fold } from '../../src/util/fold.ts';
import { words } from '../../src/util/words.ts';
import { testDataset } from '../support/dataset.ts';

/** Few letters, so that many names are alike. */
const letters = (least: number) =>
  fc.string({
    unit: fc.constantFrom('a', 'b', 'ă', 'Đ', '1', '2', ' '),
    minLength: least,
    maxLength: 9,
  });
const name = letters(1).filter((text) => words(text).length > 0);
const names = fc.array(fc.record({ vi: name, en: name, alias: name }), {
  minLength: 1,
  maxLength: 12,
});

const together = (text: string): string => words(fold(text)).join('');
const digits = (text: string): string => text.replace(/\D/g, '');

it('names are found whole, and by a letter amiss, as a scan finds them', () => {
  fc.assert(
    fc.property(names, letters(0), (all, typed) => {
      const entities = Object.fromEntries(
        all.map(({ vi, en, alias }, number) => [
          `body:b${number}`,
          { names: { vi, en }, aliases: { vi: [alias] } },
        ]),
      );
      const graph = buildGraph(testDataset([], entities));
      const index = graph.text().names;
      const found = (list: ReturnType<typeof index.near>) =>
        list.map(({ node, field }) => `${graph.nodes.name(node)} ${field}`).sort();
      const scanned = (passes: (text: string) => boolean) =>
        graph.dataset.entities
          .flatMap(({ id, names: { vi, en }, aliases }) => [
            ...[vi, en].filter(passes).map(() => `${id} name`),
            ...(aliases?.vi ?? []).filter(passes).map(() => `${id} alias`),
          ])
          .sort();

      const query = words(fold(typed));
      const joined = query.join('');
      if (query.length > 0) {
        expect(found(index.named(query))).toEqual(
          scanned((text) => words(fold(text)).join(' ') === query.join(' ')),
        );
      }
      expect(found(index.near(query))).toEqual(
        scanned((text) => {
          const other = together(text);
          return (
            Math.max(other.length, joined.length) >= 3 &&
            digits(other) === digits(joined) &&
            editDistance(joined, other, 1) <= 1
          );
        }),
      );
    }),
    { numRuns: 500 },
  );
});
