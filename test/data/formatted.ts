import { parse } from 'yaml';
import { formatFile } from '../../src/data/format.ts';
import { readOntology } from '../../src/ontology/read.ts';
import { line, ontologyYaml } from './small.ts';

const reading = readOntology(parse(ontologyYaml), (code) => {
  throw new Error(code);
});
const ontology = reading.ontology;

export type Role = 'ontology' | 'entities' | 'source';

/** The canonical form of a text, with the ontology of the small data. */
export const formatted = (text: string, role: Role): string => {
  const formatted = formatFile(text, { path: 'file.yaml', role }, ontology);
  if (!formatted.ok) throw new Error(formatted.problems.map(line).join('\n'));
  return formatted.text;
};
