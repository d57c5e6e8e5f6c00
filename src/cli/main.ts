import { Command, CommanderError } from 'commander';
import { ProblemError } from '../errors/problem.ts';
import { packageVersion } from '../server/package.ts';
import { coverageCommand } from './coverage.ts';
import { exit } from './exit.ts';
import { formatCommand } from './format.ts';
import { keyCommand } from './key.ts';
import { queryCommand } from './query.ts';
import { serveCommand } from './serve.ts';
import { statsCommand } from './stats.ts';
import { messages, writeProblems } from './terminal.ts';
import { validateCommand } from './validate.ts';
import { verifyCommand } from './verify.ts';

const program = new Command('caytre')
  .description("A cited knowledge graph of Viet Nam's diplomacy.")
  .version(packageVersion())
  .addHelpText(
    'after',
    '\nExit codes: 0 all is well; 1 problems were found; 2 the command could not be carried out.',
  )
  .showHelpAfterError('Try "caytre --help".')
  .showSuggestionAfterError();
for (const command of [
  serveCommand,
  validateCommand,
  formatCommand,
  verifyCommand,
  coverageCommand,
  statsCommand,
  queryCommand,
  keyCommand,
]) {
  program.addCommand(command.exitOverride());
}

// A reader such as `head` may close the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exit.fine);
  throw error;
});

// What cannot be said, on a full disk say, keeps nothing from being done.
process.stderr.on('error', () => undefined);

program
  .exitOverride()
  .parseAsync()
  .catch((error: unknown) => {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exit.fine : exit.failed;
    } else if (error instanceof ProblemError) {
      writeProblems([error.problem], 0);
      process.exitCode = exit.failed;
    } else {
      messages.write(String(error instanceof Error ? (error.stack ?? error.message) : error));
      process.exitCode = exit.failed;
    }
  });
