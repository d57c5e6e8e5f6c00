import fc from 'fast-check';
import { type ASTNode, type DocumentNode, Kind, parse, print as reference, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { print } from '../../src/client/print.ts';

/** The same document with what generators leave out: places in the text and empty lists. */
const bare = (document: DocumentNode): DocumentNode =>
  visit(document, {
    leave: (node: ASTNode) =>
      Object.fromEntries(
        Object.entries(node).filter(
          ([key, part]) => key !== 'loc' && !(Array.isArray(part) && part.length === 0),
        ),
      ),
  });

/** What the text means, in the words of the package `graphql`. A block string is the string it stands for. */
const meaning = (document: DocumentNode): string =>
  reference(visit(document, { StringValue: (node) => ({ ...node, block: false }) }));

const everything = `
  query Everything($id: ID!, $kinds: [[String!]!] = ["a", "b"] @deprecated, $filter: F = { a: 1, b: { c: null } }) @live(a: 1) {
    first: entity(id: $id, at: 1.5e3, on: true, order: NAME) @include(if: $yes) { ...Named @skip(if: false) }
    ... on Person @x { name(lang: VI) }
    ... @include(if: true) { __typename }
    text(a: "quote \\" backslash \\\\ tab \\t ệ", b: """
      a block
        of lines
    """, c: [], d: {})
  }
  fragment Named on Entity @y { id }
  mutation { do }
  subscription S { see }
  { short }
`;

describe('the text of a document', () => {
  it('says everything that a document can say', () => {
    const document = parse(everything);
    expect(meaning(parse(print(document)))).toBe(meaning(document));
    expect(print(bare(document))).toBe(print(document));
  });

  it('says what any document says', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(meaning(parse(print(document)))).toBe(meaning(document));
      }),
    );
  });
});

const names = fc
  .stringMatching(/^[_a-zA-Z][_a-zA-Z0-9]{0,8}$/)
  .filter((name) => !['on', 'true', 'false', 'null'].includes(name));
const node = (kind: string, parts: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ kind: fc.constant(kind), ...parts });
const some = (arbitrary: fc.Arbitrary<unknown>) => fc.array(arbitrary, { maxLength: 3 });
const maybe = (arbitrary: fc.Arbitrary<unknown>) => fc.option(arbitrary, { nil: undefined });
const name = node(Kind.NAME, { value: names });

/** Values whose lists and objects are of `item`. */
const values = (item: fc.Arbitrary<unknown>) => [
  node(Kind.INT, { value: fc.integer().map(String) }),
  node(Kind.FLOAT, {
    value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n.toExponential()),
  }),
  node(Kind.STRING, { value: fc.string({ unit: 'grapheme' }), block: fc.constant(false) }),
  node(Kind.BOOLEAN, { value: fc.boolean() }),
  node(Kind.NULL),
  node(Kind.ENUM, { value: names }),
  node(Kind.LIST, { values: some(item) }),
  node(Kind.OBJECT, { fields: some(node(Kind.OBJECT_FIELD, { name, value: item })) }),
];
const argumentsOf = (value: fc.Arbitrary<unknown>) => some(node(Kind.ARGUMENT, { name, value }));
const directivesOf = (value: fc.Arbitrary<unknown>) =>
  some(node(Kind.DIRECTIVE, { name, arguments: argumentsOf(value) }));

/** Any executable document, well formed rather than sensible. */
const { document: documents } = fc.letrec<Record<string, unknown> & { document: DocumentNode }>(
  (tie) => {
    const directives = directivesOf(tie('value'));
    const typeCondition = node(Kind.NAMED_TYPE, { name });
    const listType = node(Kind.LIST_TYPE, { type: tie('type') });
    const selectionSet = tie('selectionSet');
    return {
      constant: fc.oneof({ depthSize: 'small' }, ...values(tie('constant'))),
      value: fc.oneof(
        { depthSize: 'small' },
        node(Kind.VARIABLE, { name }),
        ...values(tie('value')),
      ),
      type: fc.oneof(
        { depthSize: 'small' },
        typeCondition,
        listType,
        node(Kind.NON_NULL_TYPE, { type: fc.oneof(typeCondition, listType) }),
      ),
      selection: fc.oneof(
        { depthSize: 'small' },
        node(Kind.FRAGMENT_SPREAD, { name, directives }),
        node(Kind.FIELD, { name, arguments: argumentsOf(tie('value')), directives }),
        node(Kind.FIELD, { alias: name, name, directives, selectionSet }),
        node(Kind.INLINE_FRAGMENT, {
          typeCondition: maybe(typeCondition),
          directives,
          selectionSet,
        }),
      ),
      selectionSet: node(Kind.SELECTION_SET, {
        selections: fc.array(tie('selection'), { minLength: 1, maxLength: 3 }),
      }),
      document: node(Kind.DOCUMENT, {
        definitions: fc.array(
          fc.oneof(
            node(Kind.OPERATION_DEFINITION, {
              operation: fc.constantFrom('query', 'mutation', 'subscription'),
              name: maybe(name),
              variableDefinitions: some(
                node(Kind.VARIABLE_DEFINITION, {
                  variable: node(Kind.VARIABLE, { name }),
                  type: tie('type'),
                  defaultValue: maybe(tie('constant')),
                  directives: directivesOf(tie('constant')),
                }),
              ),
              directives,
              selectionSet,
            }),
            node(Kind.FRAGMENT_DEFINITION, { name, typeCondition, directives, selectionSet }),
          ),
          { minLength: 1, maxLength: 3 },
        ),
      }) as fc.Arbitrary<never>,
    };
  },
);
