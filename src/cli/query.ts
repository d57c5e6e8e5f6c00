import { text } from 'node:stream/consumers';
import { Argument, Command, Option } from 'commander';
import { ProblemError } from '../errors/problem.ts';
import { exit } from './exit.ts';
import { openLocalFor } from './local.ts';
import { type DataOptions, dataOption } from './options.ts';
import { output, writeJson } from './terminal.ts';

interface QueryOptions extends DataOptions {
  readonly operation?: string;
  readonly list?: boolean;
  readonly variables?: Record<string, unknown>;
  readonly language: 'vi' | 'en';
}

const readVariables = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Said below, in the same words as for a value that is no object.
  }
  throw new ProblemError('VARIABLES_INVALID', {}, { argument: '--variables' });
};

/**
 * The operation of that name, with its example variables.
 * @throws ProblemError OPERATION_UNKNOWN
 */
async function named(name: string) {
  const { openOperations } = await import('../server/operations.ts');
  const operations = await openOperations();
  const operation = operations.byName(name);
  if (operation !== undefined) {
    return { query: operation.document, variables: operation.variables };
  }
  const near = operations.near(name);
  throw new ProblemError(
    'OPERATION_UNKNOWN',
    { name },
    { argument: '--operation' },
    near && `"${near}"`,
  );
}

async function list({ language }: QueryOptions): Promise<void> {
  const { openOperations } = await import('../server/operations.ts');
  const { all } = await openOperations();
  const width = Math.max(...all.map(({ name }) => name.length));
  for (const { name, description } of all) {
    output.write(`${name.padEnd(width)}  ${description[language]}`);
  }
}

export const queryCommand = new Command('query')
  .description('Answer a GraphQL query from the local data, with no server; prints JSON.')
  .addArgument(new Argument('[graphql]', 'the query, or "-" to read it from standard input'))
  .addOption(dataOption())
  .addOption(
    new Option('-o, --operation <name>', 'instead of a query: one that comes with the program'),
  )
  .addOption(new Option('--list', 'list the operations that come with the program, and do nothing'))
  .addOption(
    new Option(
      '--variables <json>',
      'its variables; of an operation, in place of those of its example',
    ).argParser(readVariables),
  )
  .addOption(
    new Option('-l, --language <language>', 'language of names and texts')
      .choices(['vi', 'en'])
      .default('vi'),
  )
  .addHelpText('after', '\nThe limits of the server do not hold here.')
  .action(async (query: string | undefined, options: QueryOptions, command: Command) => {
    if (options.list) return list(options);
    if ((query === undefined) === (options.operation === undefined)) {
      command.error('error: give either a query or --operation');
    }
    const asked =
      query === undefined
        ? await named(options.operation!)
        : { query: query === '-' ? await text(process.stdin) : query };
    const local = await openLocalFor(options);
    if (local === undefined) return;
    const result = await local.ask({
      ...asked,
      language: options.language,
      ...(options.variables && { variables: options.variables }),
    });
    writeJson(result);
    process.exitCode = result.errors ? exit.found : exit.fine;
  });
