import { Command } from 'commander';
import { openLocalFor } from './local.ts';
import { type DataOptions, dataOption, jsonOption } from './options.ts';
import { output, writeJson, writeTable } from './terminal.ts';

interface Count {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

interface Statistics {
  readonly version: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly entitiesByKind: readonly Count[];
  readonly statementsByKind: readonly Count[];
  readonly statementsByProperty: readonly Count[];
  readonly statementsBySource: readonly Count[];
}

const query = `{
  dataset {
    version
    counts { entities statements edges citations sources }
    entitiesByKind { ...row }
    statementsByKind { ...row }
    statementsByProperty { ...row }
    statementsBySource { ...row }
  }
}
fragment row on Count { key label count }`;

const titles = {
  entitiesByKind: 'Entities by kind',
  statementsByKind: 'Statements by kind of subject',
  statementsByProperty: 'Statements by property',
  statementsBySource: 'Statements by article (one that cites two counts for both)',
} as const;

export const statsCommand = new Command('stats')
  .description('Count what the data holds: by kind, by property, by article.')
  .addOption(dataOption())
  .addOption(jsonOption())
  .action(async (options: DataOptions & { json?: boolean }) => {
    const local = await openLocalFor(options);
    if (local === undefined) return;
    const { data } = await local.ask({ query, language: 'en' });
    const { dataset } = data as unknown as { readonly dataset: Statistics };
    if (options.json) {
      writeJson(dataset);
      return;
    }
    output.write(`version ${dataset.version}`);
    writeTable(['', ''], Object.entries(dataset.counts));
    for (const [name, title] of Object.entries(titles)) {
      output.write('');
      writeTable(
        [title, ''],
        dataset[name as keyof typeof titles].map(({ key, label, count }) => [
          key === label ? key : `${key} (${label})`,
          count,
        ]),
      );
    }
  });
