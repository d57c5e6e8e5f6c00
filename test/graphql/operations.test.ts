import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createOperations, readOperation } from '../../src/graphql/operations.ts';
import { openOperations } from '../../src/server/operations.ts';
import { schema } from './support/schema.ts';

const text = `# en: Who is it?
# vi: Đó là ai?
# variables: {"id": "person:a"}
query WhoIsIt($id: ID!) {
  entity(id: $id) { name } # its name
}
`;

describe('a named operation', () => {
  it('is read from its file', () => {
    expect(readOperation('WhoIsIt.graphql', text)).toMatchObject({
      name: 'WhoIsIt',
      description: { en: 'Who is it?', vi: 'Đó là ai?' },
      variables: { id: 'person:a' },
      document: 'query WhoIsIt($id: ID!) {\n  entity(id: $id) { name } # its name\n}',
    });
  });

  it.each([
    ['the name of its file', text, 'Other.graphql', 'its query is not named Other'],
    [
      'a question in English',
      text.replace('# en: Who is it?\n', ''),
      undefined,
      'it has no comment "en"',
    ],
    [
      'a question in Vietnamese',
      text.replace('# vi:', '# fr:'),
      undefined,
      'is not one of en, vi and variables',
    ],
    ['variables in JSON', text.replace('"}', '"'), undefined, 'its variables are not JSON'],
    ['a query', text.replace('query', 'mutation'), undefined, 'its query is not named'],
  ])('needs %s', (_what, content, file = 'WhoIsIt.graphql', why) => {
    expect(() => readOperation(file, content)).toThrow(why);
  });

  it('is found by name and hash, and one nearly so called is near', () => {
    const operation = readOperation('WhoIsIt.graphql', text);
    const { byName, byHash, near } = createOperations([operation]);
    expect(byName('WhoIsIt')).toBe(operation);
    expect(byName('whoisit')).toBeUndefined();
    expect(byHash(operation.hash.toUpperCase())).toBe(operation);
    expect(near('WhoIsThat')).toBe('WhoIsIt');
  });
});

describe('the operations that come with the program', async () => {
  const { all } = await openOperations();

  it.each(all.map((operation) => [operation.name, operation] as const))(
    '%s is valid and gives its variables',
    (_name, { document, variables }) => {
      const parsed = parse(document);
      expect(validate(schema, parsed)).toEqual([]);
      const [query] = parsed.definitions;
      const declared = query?.kind === 'OperationDefinition' ? query.variableDefinitions : [];
      const names = (declared ?? []).map(({ variable }) => variable.name.value);
      const needed = (declared ?? []).filter(
        ({ type, defaultValue }) => type.kind === 'NonNullType' && !defaultValue,
      );
      expect(Object.keys(variables).filter((name) => !names.includes(name))).toEqual([]);
      expect(Object.keys(variables)).toEqual(
        expect.arrayContaining(needed.map(({ variable }) => variable.name.value)),
      );
    },
  );
});
