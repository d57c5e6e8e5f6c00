import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { type Allowed, limitExceeded, type Usage } from './limits.ts';
import { measureShape } from './shape.ts';
import { measureText } from './text.ts';

/**
 * Measures documents before anything else is done with them: first the text, then, if that may be parsed, the shape. A document
 * that is no GraphQL has no shape; whoever parses it next says so.
 */
export function createDocumentMeasure(allowed: Allowed): (text: string) => Usage {
  return (text) => {
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
}
