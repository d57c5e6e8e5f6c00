import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import type { Operations } from '../../src/graphql/operations.ts';
import { createKnownDocuments, type KnownDocument } from '../../src/server/graphql/known.ts';

const schema = buildSchema('type Query { one: Int two: Int }');
const operations = { byHash: () => undefined } as unknown as Operations;

/** Documents of which some hundred characters are kept, and the texts that were measured, in their order. */
function createFew() {
  const measured: string[] = [];
  const documents = createKnownDocuments({
    schema,
    operations,
    most: 600,
    measure(text) {
      measured.push(text);
      return { tokens: text.length };
    },
  });
  return { documents, measured };
}

const keep = (document: KnownDocument, text: string, name?: string) => {
  const parsed = parse(text);
  return document.keep(name, parsed, getOperationAST(parsed, name)!);
};

it('measures a document once, and plans each of its queries once', () => {
  const { documents, measured } = createFew();
  const text = 'query A { one } query B { two }';
  const document = documents.of(text);
  expect(document).toMatchObject({
    usage: { tokens: text.length },
    name: { operation: undefined },
  });
  expect(document.find('A')).toBeUndefined();
  const query = keep(document, text, 'A');
  expect(keep(documents.of(text), text, 'A')).toBe(query);
  expect(documents.of(text).find('A')).toBe(query);
  expect(documents.of(text).find('B')).toBeUndefined();
  expect(documents.of(text).find(undefined)).toBeUndefined();
  expect(measured).toEqual([text]);
});

it('forgets documents beyond its bound, those first that nobody asked for again', () => {
  const { documents, measured } = createFew();
  const often = '{ one }';
  keep(documents.of(often), often);
  for (let number = 0; number < 30; number += 1) {
    documents.of(`{ one } # ${number}`);
    expect(documents.of(often).find(undefined)).toBeDefined();
  }
  expect(measured.filter((text) => text === often)).toHaveLength(1);
  documents.of('{ one } # 0');
  expect(measured.filter((text) => text === '{ one } # 0')).toHaveLength(2);
});

it('keeps nothing of a document that alone would fill it', () => {
  const { documents, measured } = createFew();
  const text = `{ one } # ${'long'.repeat(100)}`;
  keep(documents.of(text), text);
  expect(documents.of(text).find(undefined)).toBeUndefined();
  expect(measured.length).toBeGreaterThan(1);
});
