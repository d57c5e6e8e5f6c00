import { Command, Option } from 'commander';
import { exit } from './exit.ts';
import { configurationFor, type DataOptions, dataOption, jsonOption } from './options.ts';
import { counted, messages, output, writeJson, writeProblems } from './terminal.ts';

interface FormatOptions extends DataOptions {
  readonly check?: boolean;
  readonly json?: boolean;
}

export const formatCommand = new Command('format')
  .description('Bring the YAML files of the data into their one canonical form.')
  .addOption(new Option('--check', 'change nothing; only say which files would change'))
  .addOption(dataOption())
  .addOption(jsonOption())
  .action(async (options: FormatOptions) => {
    const { formatFolder } = await import('../data/format.ts');
    const { graphData } = configurationFor(options);
    const { changed, problems, leftOut } = await formatFolder(
      graphData,
      options.check ? 'check' : 'write',
    );
    const wrong = problems.length > 0 || (options.check === true && changed.length > 0);
    process.exitCode = wrong ? exit.found : exit.fine;
    if (options.json) {
      writeJson({ changed, problems, leftOut });
      return;
    }
    writeProblems(problems, leftOut);
    for (const file of changed) output.write(file);
    const verb = options.check ? 'would change' : 'changed';
    messages.write(`${counted(changed.length, 'file')} ${verb}`);
  });
