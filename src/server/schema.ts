import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { createSchema } from '../graphql/schema.ts';
import type { Ontology } from '../ontology/model.ts';
import { plainOntology } from '../ontology/plain.ts';
import { packagePath } from './package.ts';

/** What `src/bundle.js` writes: schema.graphql, parsed. To read that takes a fraction of the time of parsing the text anew. */
interface Parsed {
  /** Of the text that was parsed. */
  readonly sha256: string;
  readonly document: DocumentNode;
}

/** The schema that comes with the program. */
export async function openSchema(ontology: Ontology): Promise<GraphQLSchema> {
  const [text, parsed] = await Promise.all([
    readFile(packagePath('schema.graphql')),
    readFile(packagePath('dist/bundle/schema.json')).catch(() => undefined),
  ]);
  // Whole, which is quicker than piece by piece as they are read.
  return createSchema(documentOf(text.toString(), parsed?.toString()), ontology);
}

/**
 * The same for one dataset after another. A schema is kept for as long as the ontology says the same, as it mostly does, for
 * making one takes a tenth of a second in which nobody is served.
 */
export function keptSchema(): typeof openSchema {
  let kept: { readonly ontology: string; readonly schema: GraphQLSchema } | undefined;
  return async (given) => {
    const ontology = JSON.stringify(plainOntology(given));
    if (kept?.ontology !== ontology) kept = { ontology, schema: await openSchema(given) };
    return kept.schema;
  };
}

/** The text of a schema as a document: what was parsed before, if that was the same text. */
export function documentOf(text: string, parsed: string | undefined): DocumentNode {
  const { sha256, document } = readParsed(parsed);
  const isOfText = sha256 === createHash('sha256').update(text).digest('hex');
  return isOfText && document !== undefined ? document : parse(text, { noLocation: true });
}

/** Nothing, of a file that is missing or was cut short while it was written. */
function readParsed(parsed: string | undefined): Partial<Parsed> {
  try {
    return parsed === undefined ? {} : (JSON.parse(parsed) as Parsed);
  } catch {
    return {};
  }
}
