import { Command } from 'commander';
import type { Tallies } from '../data/citations/coverage.ts';
import { openFor } from './dataset.ts';
import { exit } from './exit.ts';
import { articlesOption, type DataOptions, dataOption, jsonOption } from './options.ts';
import { output, writeJson, writeProblems, writeTable } from './terminal.ts';

interface CoverageOptions extends DataOptions {
  readonly articles: string;
  readonly json?: boolean;
}

const cells = ({ number, date, name }: Tallies): string[] =>
  [number, date, name].map(({ covered, found }) => `${covered}/${found}`);

const shares = ({ number, date, name }: Tallies): string[] =>
  [number, date, name].map(({ share }) =>
    // Rounded down, so that only all is 100 %.
    share === null ? 'none' : `${Math.floor(share * 1000) / 10} %`,
  );

export const coverageCommand = new Command('coverage')
  .description('List each number, date and proper name that no statement accounts for.')
  .addOption(articlesOption())
  .addOption(dataOption())
  .addOption(jsonOption())
  .action(async (options: CoverageOptions) => {
    const dataset = await openFor(options);
    if (dataset === undefined) return;
    const { measureCoverage } = await import('../data/citations/coverage.ts');
    const coverage = await measureCoverage(dataset, options.articles);
    process.exitCode = coverage.problems.length === 0 ? exit.fine : exit.found;
    if (options.json) {
      writeJson(coverage);
      return;
    }
    writeProblems(coverage.problems, 0);
    for (const { source, paragraphs } of coverage.sources) {
      for (const { paragraph, gaps } of paragraphs) {
        for (const { text, context, reason } of gaps) {
          output.write(`${output.paint('bold', `${source} ¶${paragraph}`)}  ${text}  (${reason})`);
          output.write(`    ${output.paint('dim', context)}`);
        }
      }
    }
    writeTable(
      ['source', 'numbers', 'dates', 'names'],
      [
        ...coverage.sources.map(({ source, tallies }) => [source, ...cells(tallies)]),
        ['all', ...cells(coverage.tallies)],
        ['share', ...shares(coverage.tallies)],
      ],
    );
  });
