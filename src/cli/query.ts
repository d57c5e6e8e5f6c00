import { text } from 'node:stream/consumers';
import { Argument, Command, Option } from 'commander';
import { ProblemError } from '../errors/problem.ts';
import { exit } from './exit.ts';
import { openLocalFor } from './local.ts';
import { type DataOptions, dataOption } from './options.ts';
import { writeJson } from './terminal.ts';

interface QueryOptions extends DataOptions {
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

export const queryCommand = new Command('query')
  .description('Answer a GraphQL query from the local data, with no server; prints JSON.')
  .addArgument(new Argument('<graphql>', 'the query, or "-" to read it from standard input'))
  .addOption(dataOption())
  .addOption(new Option('--variables <json>', 'its variables').argParser(readVariables))
  .addOption(
    new Option('-l, --language <language>', 'language of names and texts')
      .choices(['vi', 'en'])
      .default('vi'),
  )
  .action(async (query: string, options: QueryOptions) => {
    const local = await openLocalFor(options);
    if (local === undefined) return;
    const result = await local.ask({
      query: query === '-' ? await text(process.stdin) : query,
      language: options.language,
      ...(options.variables && { variables: options.variables }),
    });
    writeJson(result);
    process.exitCode = result.errors ? exit.found : exit.fine;
  });
