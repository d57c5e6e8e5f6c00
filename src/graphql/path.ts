import type { Entity, Statement } from '../ontology/model.ts';
import type { Direction, Path, PathRequest } from '../store/port.ts';
import { bounds, checkRange } from './bounds.ts';
import type { RequestContext } from './context.ts';
import { fromEnumeration, toEnumeration } from './enumeration.ts';
import type { QueryPathArgs, QueryPathsArgs } from './generated/schema.ts';
import { statementText } from './label.ts';
import { chooseLanguage } from './language.ts';
import { after, ofEach } from './later.ts';
import { checkKinds, checkProperties } from './names.ts';
import { present } from './present.ts';
import type { Resolvers } from './resolver.ts';

function pathRequest(
  args: QueryPathArgs,
  count: number,
  { ontology }: RequestContext,
): PathRequest {
  const { from, to, properties, avoidProperties, kinds, avoidKinds, avoid, avoidHubs } = args;
  checkProperties('properties', properties ?? [], ontology);
  checkProperties('avoidProperties', avoidProperties ?? [], ontology);
  checkKinds('kinds', kinds ?? [], ontology);
  checkKinds('avoidKinds', avoidKinds ?? [], ontology);
  return {
    from,
    to,
    count,
    maxHops: checkRange('maxHops', args.maxHops, bounds.hops),
    by: fromEnumeration<PathRequest['by']>(args.by),
    ...present({ properties, avoidProperties, kinds, avoidKinds, avoid }),
    avoidHubs,
    direction: fromEnumeration<Direction>(args.direction),
  };
}

export const path = (_: unknown, args: QueryPathArgs, context: RequestContext) =>
  after(
    context.load.paths(pathRequest(args, 1, context)),
    (answer) => answer && { path: answer.paths[0] ?? null, truncated: answer.truncated },
  );

export const paths = (_: unknown, args: QueryPathsArgs, context: RequestContext) => {
  const count = checkRange('count', args.count, bounds.paths);
  return context.load.paths(pathRequest(args, count, context));
};

interface Hop {
  readonly from: Entity;
  readonly to: Entity;
  readonly statement: Statement;
}

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

export const pathResolvers = {
  Path: {
    length: ({ statements }: Path) => statements.length,
    hops: ({ entities, statements }: Path): readonly Hop[] =>
      statements.map((statement, index) => ({
        from: entities[index]!,
        to: entities[index + 1]!,
        statement,
      })),
    text({ statements }: Path, args, context) {
      const language = chooseLanguage(args, context);
      const texts = ofEach(statements, (one) => statementText(one, language, context));
      return after(texts, (all) => all.map(sentence).join(' '));
    },
  },
  Hop: {
    direction: ({ from, statement }: Hop) =>
      toEnumeration(statement.subject === from.id ? 'out' : 'in'),
  },
} satisfies Resolvers;
