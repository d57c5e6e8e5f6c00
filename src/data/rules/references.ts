import type { Path } from '../../util/path.ts';
import { suggest } from '../../util/suggestions.ts';
import type { Origin } from '../origin.ts';
import type { Rule } from '../rule.ts';

/** Every id that a statement names is that of an entity, and its present one. Where a file could not be read, what it may define is not held against others. */
export const references: Rule = (context) => {
  const notChecked = new Map<string, number>();
  const check = (origin: Origin, id: string | undefined, path: Path): void => {
    if (id === undefined || context.entities.has(id)) return;
    const present = context.former.get(id)?.id;
    if (present !== undefined) {
      const suggestion = () => present;
      context.report(origin, 'REFERENCE_FORMER', { id, present }, path, { suggestion });
      return;
    }
    const kind = id.slice(0, Math.max(0, id.indexOf(':')));
    const unread = context.unread.get(id) ?? context.unread.get(kind);
    if (unread !== undefined) {
      notChecked.set(unread, (notChecked.get(unread) ?? 0) + 1);
      return;
    }
    context.report(origin, 'REFERENCE_DANGLING', { id }, path, {
      suggestion: () => suggest(id, context.entities.keys()),
    });
  };
  return {
    statement({ origin, written, values, citations }) {
      check(origin, written.subject, ['subject']);
      for (const { path, value } of values) {
        if (value.type === 'entity') check(origin, value.id, path);
      }
      for (const [at, citation] of citations.entries()) {
        check(origin, citation?.source, ['citations', at, 'source']);
        check(origin, citation?.attributedTo, ['citations', at, 'attributedTo']);
      }
    },
    end() {
      for (const [file, count] of notChecked) {
        const what = `references to what it may define were not checked (${count})`;
        context.reportAt({ file }, 'NOT_CHECKED', { what });
      }
    },
  };
};
