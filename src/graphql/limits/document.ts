import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { lastUsed } from '../../util/last-used.ts';
import { type Allowed, limitExceeded, type Usage } from './limits.ts';
import { measureShape } from './shape.ts';
import { measureText } from './text.ts';

/** How many documents' measures are kept, and how long a document may be for that, in characters. */
const KEPT = 500;
const LONGEST_KEPT = 10_000;

/**
 * Measures documents before anything else is done with them: first the text, then, if that may be parsed, the shape. A document
 * that is no GraphQL has no shape; whoever parses it next says so.
 */
export function createDocumentMeasure(allowed: Allowed): (text: string) => Usage {
  const measure = (text: string): Usage => {
    const used = measureText(text);
    if (limitExceeded(used, allowed) !== undefined) return used;
    let document: DocumentNode;
    try {
      document = parse(text, { noLocation: true });
    } catch (error) {
      if (error instanceof GraphQLError) return used;
      throw error;
    }
    return { ...used, ...measureShape(document) };
  };
  const kept = lastUsed(KEPT, measure);
  return (text) => (text.length > LONGEST_KEPT ? measure(text) : kept(text));
}
