import { Command } from 'commander';
import { openFor } from './dataset.ts';
import { exit } from './exit.ts';
import { articlesOption, type DataOptions, dataOption, jsonOption } from './options.ts';
import { output, writeJson, writeProblems } from './terminal.ts';

interface VerifyOptions extends DataOptions {
  readonly articles: string;
  readonly json?: boolean;
}

export const verifyCommand = new Command('verify')
  .description('Check that every evidence term stands in the paragraph it cites.')
  .addOption(articlesOption())
  .addOption(dataOption())
  .addOption(jsonOption())
  .action(async (options: VerifyOptions) => {
    const dataset = await openFor(options);
    if (dataset === undefined) return;
    const { verifyCitations } = await import('../data/citations/verify.ts');
    const verification = await verifyCitations(dataset, options.articles);
    process.exitCode = verification.failures.length === 0 ? exit.fine : exit.found;
    if (options.json) {
      writeJson(verification);
      return;
    }
    writeProblems(verification.failures, 0);
    for (const part of ['sources', 'citations', 'terms'] as const) {
      const { verified, total } = verification[part];
      const share = total === 0 ? '' : ` (${percent(verified / total)})`;
      output.write(`${part.padEnd(9)}  ${verified} of ${total} verified${share}`);
    }
    for (const source of verification.unusedSources) output.write(`no statement cites ${source}`);
    for (const file of verification.unusedFiles) output.write(`no source names the file ${file}`);
  });

/** Rounded down, so that only all is 100 %. */
const percent = (share: number): string => `${Math.floor(share * 1000) / 10} %`;
