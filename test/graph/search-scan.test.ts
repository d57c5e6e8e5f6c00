import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import type { Dataset } from '../../src/data/dataset.ts';
import { wordsSought } from '../../src/graph/algorithms/search.ts';
import { GRADES } from '../../src/graph/algorithms/search-grades.ts';
import { scan } from '../../src/graph/algorithms/search-scan.ts';
import { byText } from '../../src/graph/indices/by-text.ts';
import { TEXT_FIELDS } from '../../src/graph/indices/entity-texts.ts';
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts';
import { postings } from '../../src/graph/postings.ts';
import { fold } from '../../src/util/fold.ts';
import { whole } from '../../src/util/gradual.ts';
import { normalForm } from '../../src/util/normal-form.ts';

/** Few words, so that many are alike but for marks, begin one another or differ by a letter. */
const word = fc.constantFrom(
  'hội',
  'hoi',
  'hội nghị',
  'nghi',
  'nghĩ',
  'an',
  'anh',
  'Đỗ',
  'do',
  '12',
);
const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const node = fc.record({
  name: fc.tuple(text, text),
  alias: fc.array(text, { maxLength: 2 }),
  description: fc.array(text, { minLength: 2, maxLength: 2 }),
  statement: fc.array(text, { minLength: 1, maxLength: 1 }),
});
type Texts = Readonly<Record<(typeof TEXT_FIELDS)[number], readonly string[]>>;

/** The index of nodes with these texts. */
function indexOf(nodes: readonly Texts[]) {
  const entities = nodes.map(({ name: [vi, en], alias, description }) => ({
    names: { vi, en },
    aliases: { vi: alias },
    description: { vi: description[0], en: description[1] },
  }));
  const statements = nodes.map(({ statement: [string] }) => ({
    value: { type: 'string', string },
  }));
  const dataset = { entities, statements } as unknown as Dataset;
  const own = postings(nodes.length, (add) => {
    for (const number of nodes.keys()) add(number, number);
  });
  return whole(byText(dataset, own));
}

const split = (of: string): string[] => of.split(' ');
const folded = (of: string): string[] => split(of).map(fold);

/** What `scan` says by the book: with texts as they are, one after another. */
function gradeBy(texts: Texts, field: keyof Texts, query: string, meant: ReadonlySet<string>) {
  const typed = split(query).map(normalForm);
  const sought = typed.map(fold);
  const isMarked = query !== fold(query);
  const inField = texts[field].flatMap(folded).filter((one) => meant.has(one));
  const anywhere = TEXT_FIELDS.flatMap((one) => texts[one].flatMap(folded));
  const same = (a: readonly string[], b: readonly string[]) => a.join(' ') === b.join(' ');
  const ofText = (one: string) => {
    const marked = split(one).map(normalForm);
    const start = marked.slice(0, typed.length);
    const isBegun = same(isMarked ? start : start.map(fold), isMarked ? typed : sought);
    if (same(marked, typed)) return GRADES.markedWhole;
    if (same(marked.map(fold), sought)) return GRADES.foldedWhole;
    const isName = field === 'name' || field === 'alias';
    if (isName && isBegun && typed.length * 2 >= marked.length) return GRADES.begun;
    return typed.every((each) => marked.includes(each)) ? GRADES.markedWords : GRADES.foldedWords;
  };
  if (inField.length === 0) return undefined;
  if (!sought.every((one) => inField.some((each) => each.startsWith(one)))) {
    if (sought.every((one) => meant.has(one) && anywhere.includes(one))) return GRADES.scattered;
    return new Set(inField).size >= sought.length ? GRADES.typo : GRADES.part;
  }
  if (!sought.every((one) => inField.includes(one))) return GRADES.prefix;
  return Math.max(...texts[field].map(ofText));
}

const STEP = GRADES.typo;

test('a node is scored by grade, then field, then closeness, as its texts say one by one', () => {
  fc.assert(
    fc.property(
      fc.array(node, { minLength: 1, maxLength: 12 }),
      text,
      fc.array(word, { maxLength: 3 }),
      fc.boolean(),
      (nodes, query, more, mustHaveAll) => {
        const index = indexOf(nodes);
        const sought = wordsSought({ text: () => index } as unknown as KnowledgeGraph, query);
        // Each word is meant by itself, and by some that anybody may have thought of.
        const meanings = sought.words.map(
          (one) =>
            new Map(
              [one, ...more.flatMap(folded)]
                .map((each) => [index.words.folded(each), 1] as const)
                .filter(([number]) => number < index.words.alphabet.length),
            ),
        );
        const meant = new Set(
          meanings.flatMap((each) => [...each.keys()].map(index.words.foldedWord)),
        );
        const look = scan(index, sought, meanings, mustHaveAll);
        nodes.forEach((texts, number) => {
          const all = new Set(TEXT_FIELDS.flatMap((field) => texts[field].flatMap(folded)));
          const has = (meaning: ReadonlyMap<number, number>) =>
            [...meaning.keys()].some((each) => all.has(index.words.foldedWord(each)));
          const score = look.score(number);
          if (mustHaveAll ? !meanings.every(has) : !meanings.some(has)) {
            expect(score).toBe(0);
            return;
          }
          const grades = TEXT_FIELDS.flatMap((field, place) => {
            const grade = gradeBy(texts, field, query, meant);
            // Whether marks that are typed begin words of a text is told of in a test of its own.
            if (grade === undefined) return [];
            const least = grade < GRADES.markedPrefix && sought.begins !== null ? undefined : grade;
            return [{ field, least, place, grade }];
          });
          if (grades.some(({ least }) => least === undefined)) return;
          const best = grades.reduce((a, b) => (b.grade - b.place > a.grade - a.place ? b : a));
          expect([look.grade, look.field]).toEqual([best.grade, best.field]);
          const lengths = texts[best.field]
            .map(folded)
            .filter((one) => one.some((each) => meant.has(each)))
            .map(({ length }) => length);
          const closeness = Math.min(1, sought.words.length / Math.min(...lengths));
          const rest = score - best.grade - (STEP - 1 - best.place) - closeness * 0.99;
          expect(rest).toBeGreaterThan(-1e-9);
          expect(rest).toBeLessThan(0.01 + 1e-9);
          expect(new Set(look.terms(number))).toEqual(
            new Set([...all].filter((each) => meant.has(each))),
          );
        });
      },
    ),
    { numRuns: 300 },
  );
});

test('what is equal else is ranked by relevance as MiniSearch ranks it', () => {
  fc.assert(
    fc.property(fc.array(node, { minLength: 2, maxLength: 12 }), (nodes) => {
      const index = indexOf(nodes);
      const sought = wordsSought({ text: () => index } as unknown as KnowledgeGraph, 'an');
      const an = index.words.folded('an');
      const meaning = new Map(an < index.words.alphabet.length ? [[an, 1]] : []);
      const look = scan(index, sought, [meaning], true);
      const mini = new MiniSearch<{ id: number } & Record<string, unknown>>({
        fields: [...TEXT_FIELDS],
        tokenize: (of) => of.split(' '),
        processTerm: (term) => term,
      });
      mini.addAll(
        nodes.map((texts, id) => ({
          id,
          ...Object.fromEntries(
            TEXT_FIELDS.map((field) => [field, texts[field].flatMap(folded).join(' ') || null]),
          ),
        })),
      );
      const found = mini.search('an', { boost: { name: 4, alias: 3, description: 1.5 } });
      const scores = nodes.map((_, number) => look.score(number));
      expect(found.map(({ id }) => id as number).sort((a, b) => a - b)).toEqual(
        [...nodes.keys()].filter((number) => scores[number]! > 0),
      );
      // The mean length of a field that not all nodes have is another there.
      if (nodes.some(({ alias }) => alias.length === 0)) return;
      for (const { id, score } of found) {
        const whole = scores[id as number]!;
        const closeness = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((length) => 0.99 / length);
        const rests = closeness.map((one) => (whole - one) % 1);
        const expected = (score / (score + 1)) * 0.01;
        expect(Math.min(...rests.map((rest) => Math.abs(rest - expected)))).toBeLessThan(1e-9);
      }
    }),
    { numRuns: 100 },
  );
});
