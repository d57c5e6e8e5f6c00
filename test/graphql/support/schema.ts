import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { createSchema } from '../../../src/graphql/schema.ts';
import { ontology } from './ontology.ts';

export const definition = readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8');

export const schema = createSchema(parse(definition), ontology);
