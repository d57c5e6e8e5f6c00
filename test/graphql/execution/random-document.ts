import {
  buildSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { randomNumbers } from '../../../src/util/random-numbers.ts';
import { definition } from './world.ts';

const schema = buildSchema(definition);
const LEVELS = 4;

/** A document at random over the world, valid by it: fields repeated, aliases, arguments, fragments, conditions. */
export function randomDocument(seed: number): string {
  const random = randomNumbers(seed);
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const condition = (): string =>
    random() < 0.8 ? '' : one([' @include(if: $yes)', ' @skip(if: $no)', ' @skip(if: false)']);

  const field = (typeName: string, depth: number): string => {
    const type = schema.getType(typeName);
    const fields =
      isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const leaves = fields.filter(({ type: of }) => isLeafType(getNamedType(of)));
    const chosen = one(depth > 0 ? fields : leaves);
    const below = getNamedType(chosen.type);
    const args = chosen.args.length === 0 ? '' : one(['', '(n: 2)', '(n: $n)']);
    // What is called alike everywhere has the same arguments, and fields that differ by type are called by it.
    const alias = `${chosen.name}${args.replace(/\W/g, '')}${'things any'.includes(chosen.name) ? typeName : ''}`;
    const called = alias === chosen.name ? chosen.name : `${alias}: ${chosen.name}`;
    const selected = isLeafType(below) ? '' : ` ${selection(below.name, depth - 1)}`;
    return `${called}${args}${condition()}${selected}`;
  };

  const selection = (typeName: string, depth: number): string => {
    const parts = ['__typename'];
    for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) {
      const type = schema.getType(typeName);
      const names = isObjectType(type) ? [typeName] : ['A', 'B'];
      const chance = random();
      if (chance < 0.6 && !isUnionType(type)) parts.push(field(typeName, depth));
      else if (chance < 0.8 && depth > 0) {
        const name = one(names);
        parts.push(`... on ${name}${condition()} ${selection(name, depth - 1)}`);
      } else if (typeName !== 'Query') {
        parts.push(`...F${one(names)}${condition()}`);
      }
    }
    return `{ ${parts.join(' ')} }`;
  };

  const operation = selection('Query', LEVELS);
  const fragments = ['A', 'B'].map((name) => `fragment F${name} on ${name} ${flat(name)}`);
  return `query ($yes: Boolean!, $no: Boolean!, $n: Int) {
    ${operation.slice(1, -1)}
    kept: __typename @include(if: $yes) @skip(if: $no)
    named: name(n: $n)
    ... on Query { a { ...FA thing { ...FA ...FB } } }
  } ${fragments.join(' ')}`;

  function flat(name: string): string {
    return `{ id ${field(name, 0)} ${field(name, 0)} thing { id ${field('Thing', 0)} } }`;
  }
}
