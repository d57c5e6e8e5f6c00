import { expect, expectTypeOf, it } from 'vitest';
import type { RequestContext } from '../../src/graphql/context.ts';
import type { EntityRelationsArgs } from '../../src/graphql/generated/schema.ts';
import type { Resolvers } from '../../src/graphql/resolver.ts';
import type { Entity } from '../../src/ontology/model.ts';

/** What is wrong does not compile, which `npm run types` shows. */
const wrong: readonly Resolvers[] = [
  // @ts-expect-error: the schema has no such type
  { Animal: {} },
  // @ts-expect-error: the type has no such field
  { Entity: { nickname: () => 'a' } },
  // @ts-expect-error: the field has no such argument
  { Entity: { aliases: (_, { language }) => [language] } },
  // @ts-expect-error: an entity has no such record
  { Entity: { description: ({ descriptions }) => descriptions } },
  // @ts-expect-error: the field is never null
  { Entity: { kind: () => null } },
  // @ts-expect-error: the enumeration has no such word
  { Statement: { rank: () => 'BEST' } },
];

it('gives resolvers the types of the schema', () => {
  const resolvers: Resolvers = {
    Entity: {
      name: (entity, { lang }, context) => {
        expectTypeOf(entity).toEqualTypeOf<Entity>();
        expectTypeOf(context).toEqualTypeOf<RequestContext>();
        return lang === 'EN' ? entity.names.en : entity.names.vi;
      },
    },
    Person: { name: ({ names }) => Promise.resolve(names.vi) },
  };
  expect([...wrong, resolvers]).toHaveLength(7);
  expectTypeOf<EntityRelationsArgs['direction']>().toEqualTypeOf<'IN' | 'OUT' | 'BOTH'>();
});
