import { Option } from 'commander';
import { type Configuration, readConfiguration, settings } from '../server/configuration.ts';

/** Options that several commands share. */
// Heavy modules are loaded by the command that needs them, so that every other starts at once.
export const dataOption = (): Option =>
  new Option(
    '-d, --data <folder>',
    `folder of the graph data (default: ${settings.graphData.variable}, or ${settings.graphData.fallback})`,
  );

export const articlesOption = (): Option =>
  new Option('-a, --articles <folder>', 'folder of the article texts').makeOptionMandatory();

export const jsonOption = (): Option => new Option('--json', 'print JSON, for a program to read');

export interface DataOptions {
  readonly data?: string;
}

/** The configuration with what the command line says of the data. */
export const configurationFor = ({ data }: DataOptions): Configuration =>
  readConfiguration(undefined, { graphData: data });
