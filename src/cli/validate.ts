import { Command } from 'commander';
import { exit } from './exit.ts';
import { configurationFor, type DataOptions, dataOption, jsonOption } from './options.ts';
import { counted, messages, output, showReading, writeJson, writeProblems } from './terminal.ts';

export const validateCommand = new Command('validate')
  .description('Read all of the data and report every problem in it.')
  .addOption(dataOption())
  .addOption(jsonOption())
  .action(async (options: DataOptions & { json?: boolean }) => {
    const { readDataset } = await import('../data/read.ts');
    const result = await readDataset(configurationFor(options).graphData, {
      onProgress: showReading,
    });
    messages.clear();
    process.exitCode = result.ok ? exit.fine : exit.found;
    if (options.json) {
      writeJson(
        result.ok
          ? { ok: true, version: result.dataset.version }
          : { ok: false, problems: result.problems, leftOut: result.leftOut },
      );
      return;
    }
    if (result.ok) {
      const { entities, statements, version } = result.dataset;
      output.write(
        `The data is right: ${entities.length} entities, ${counted(statements.length, 'statement')}, version ${version.slice(0, 12)}.`,
      );
      return;
    }
    writeProblems(result.problems, result.leftOut);
    messages.write(counted(result.problems.length + result.leftOut, 'problem'));
  });
