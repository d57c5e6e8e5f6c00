import { expect, expectTypeOf, it } from 'vitest';
import type { RequestContext } from '../../src/graphql/context.ts';
import type { EntityRelationsArgs } from '../../src/graphql/generated/schema.ts';
import type { Resolvers } from '../../src/graphql/resolver.ts';
import type { Entity } from '../../src/ontology/model.ts';

/** What is wrong below does not compile, which `npm run types` shows; here is what does. */
it('gives resolvers the types of the schema, and refuses what it does not have', () => {
  const resolvers: Resolvers = {
    Entity: {
      name: (entity, { lang }, context) => {
        expectTypeOf(entity).toEqualTypeOf<Entity>();
        expectTypeOf(context).toEqualTypeOf<RequestContext>();
        return lang === 'EN' ? entity.names.en : entity.names.vi;
      },
      // @ts-expect-error: the schema has no such field
      nickname: () => 'a',
      // @ts-expect-error: the field is a text, and never null
      kind: () => null,
      // @ts-expect-error: an entity has no such record
      description: ({ descriptions }) => descriptions,
      // @ts-expect-error: the field has no such argument
      aliases: (_, { language }) => [language],
    },
    Person: { name: ({ names }) => Promise.resolve(names.vi) },
    Statement: {
      // @ts-expect-error: no such word in the enumeration
      rank: () => 'BEST',
    },
    // @ts-expect-error: the schema has no such type
    Animal: {},
  };
  expect(resolvers.Entity?.name).toBeTypeOf('function');
  expectTypeOf<EntityRelationsArgs['direction']>().toEqualTypeOf<'IN' | 'OUT' | 'BOTH'>();
});
