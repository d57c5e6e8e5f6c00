import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { ProblemError } from '../errors/problem.ts';
import { createKey, faultOfName, type Role } from '../server/access/keys.ts';
import { messages, output } from './terminal.ts';

const readRate = (text: string): number => {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(text);
};

const newCommand = new Command('new')
  .description(
    'Make a key: prints its line for the file of API_KEYS to standard output and, this once, the key itself to standard error.',
  )
  .addArgument(new Argument('<name>', 'whose key it is; stands in the file alone'))
  .addOption(
    new Option('-r, --role <role>', 'reader asks; admin may also have /metrics and /reload')
      .choices(['reader', 'admin'])
      .default('reader'),
  )
  .addOption(
    new Option('--rate <number>', 'requests a minute, where not RATE_LIMIT').argParser(readRate),
  )
  .action((name: string, { role, rate }: { role: Role; rate?: number }) => {
    const fault = faultOfName(name);
    if (fault !== undefined) throw new ProblemError('KEY_INVALID', { why: fault });
    const { key, line } = createKey(name, role, rate);
    output.write(line);
    messages.write(`The key of ${name}, which nobody can show again: ${key}`);
  });

export const keyCommand = new Command('key')
  .description('Make keys for the API.')
  .addCommand(newCommand.exitOverride());
