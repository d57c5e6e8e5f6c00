import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Ontology } from '../../../src/ontology/model.ts';
import { readOntology } from '../../../src/ontology/read.ts';

const file = new URL('../../../graph-data/ontology.yaml', import.meta.url);

/** The ontology that the schema is written for. */
export const ontology: Ontology = readOntology(
  parse(readFileSync(file, 'utf8')),
  (code, parameters, path) => {
    throw new Error(`The ontology has a mistake: ${code} ${JSON.stringify(parameters)} ${path}.`);
  },
).ontology;
