import { describe, expect, it } from 'vitest';
import { ask, data } from './support/api.ts';
import { guests } from './support/world.ts';

const attendees = (args: string) => `{
  entity(id: "conference:31") {
    ... on Conference {
      list: attendees${args} {
        totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        edges { cursor node { id } }
        nodes { id }
      }
    }
  }
}`;

/** The same list wherever a connection is served: from the root, by kind, by relation, by statements. */
const everywhere = [
  ['entities', (args: string) => `{ list: entities${args} { edges { cursor node { id } } } }`],
  ['bodies', (args: string) => `{ list: bodies${args} { edges { cursor node { id } } } }`],
  ['statements', (args: string) => `{ list: statements${args} { edges { cursor node { id } } } }`],
  [
    'search',
    (args: string) =>
      `{ list: search(query: "so", ${args.slice(1) || ')'} { edges { cursor node { id } } } }`,
  ],
] as const;

describe('a page', () => {
  it('has 20 items when nobody says', async () => {
    const { entity } = await data(attendees(''));
    expect(entity.list.totalCount).toBe(guests.length + 1);
    expect(entity.list.edges).toHaveLength(20);
    expect(entity.list.nodes).toEqual(entity.list.edges.map(({ node }: { node: object }) => node));
    expect(entity.list.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: entity.list.edges[0].cursor,
      endCursor: entity.list.edges[19].cursor,
    });
  });

  it('takes null for not given', async () => {
    const query = attendees('(first: null, last: null, after: null, before: null)');
    expect((await data(query)).entity.list.edges).toHaveLength(20);
  });

  it.each(['first: 0', 'first: -1', 'first: 101', 'last: 0', 'last: -3', 'last: 1000'])(
    'of %s is out of range',
    async (argument) => {
      const { errors } = await ask(attendees(`(${argument})`));
      const [name, value] = argument.split(': ');
      expect(errors).toEqual([
        {
          message: `The argument "${name}" is ${value}; it must be between 1 and 100.`,
          extensions: {
            code: 'ARGUMENT_OUT_OF_RANGE',
            mend: 'Give a value between 1 and 100.',
            where: { argument: name },
          },
        },
      ]);
    },
  );

  it('cannot be asked for from both ends', async () => {
    const { errors } = await ask(attendees('(first: 2, last: 2)'));
    expect(errors[0]?.extensions.code).toBe('ARGUMENTS_CLASH');
    expect(errors[0]?.extensions.mend).toContain('"last"');
  });

  it.each(['after', 'before'])('tells a cursor that it cannot use as "%s"', async (argument) => {
    const { errors } = await ask(attendees(`(first: 2, ${argument}: "no cursor")`));
    expect(errors[0]?.extensions).toMatchObject({ code: 'CURSOR_INVALID', where: { argument } });
  });
});

interface Edge {
  readonly cursor: string;
  readonly node: { readonly id: string };
}

describe.each([['attendees', attendees] as const, ...everywhere])('paging %s', (_, query) => {
  const page = async (args: string): Promise<readonly Edge[]> => {
    const answer = await data(query(args));
    return (answer.list ?? answer.entity.list).edges;
  };

  it.each([1, 7, 30])('by %i forwards and backwards meets every item once', async (size) => {
    const whole = await page('(first: 100)');
    expect(whole.length).toBeGreaterThan(size);

    const forwards: Edge[] = [];
    for (let after = ''; ; after = `, after: "${forwards.at(-1)!.cursor}"`) {
      const edges = await page(`(first: ${size}${after})`);
      forwards.push(...edges);
      if (edges.length < size) break;
    }
    expect(forwards.map(({ node }) => node.id)).toEqual(whole.map(({ node }) => node.id));

    const backwards: Edge[] = [];
    for (let before = ''; ; before = `, before: "${backwards[0]!.cursor}"`) {
      const edges = await page(`(last: ${size}${before})`);
      backwards.unshift(...edges);
      if (edges.length < size) break;
    }
    expect(backwards.map(({ node }) => node.id)).toEqual(whole.map(({ node }) => node.id));
  });
});
