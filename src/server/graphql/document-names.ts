import type { Operations } from '../../graphql/operations.ts';
import { sha256 } from '../../util/hash.ts';
import type { Learnt } from '../watching/request-watch.ts';

/** How many bytes of documents are remembered with their names. */
const KEPT = 2 ** 20;
/** What a name takes, beside its document: many of the shortest documents would take much otherwise. */
const NAME = 250;

type DocumentName = Pick<Learnt, 'document' | 'operation'>;

/** How a document is called where requests are watched; most come again and again, and hashing them each time would be felt. */
export function createDocumentNames(operations: Operations): (document: string) => DocumentName {
  const known = new Map<string, DocumentName>();
  let kept = 0;
  return (document) => {
    const before = known.get(document);
    if (before !== undefined) return before;
    const hash = sha256(document);
    const name = { document: hash, operation: operations.byHash(hash)?.name };
    known.set(document, name);
    kept += document.length + NAME;
    for (const oldest of known.keys()) {
      if (kept <= KEPT) break;
      known.delete(oldest);
      kept -= oldest.length + NAME;
    }
    return name;
  };
}
