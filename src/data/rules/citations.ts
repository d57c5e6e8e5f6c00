import type { Rule } from '../rule.ts';

/** Every statement cites something, and every citation gives evidence. */
export const citations: Rule = ({ report }) => ({
  statement({ origin, written, citations }) {
    // `in`: citations of the wrong type are there, and were reported.
    const absent = written.citations === undefined && !('citations' in written);
    if (absent || written.citations?.length === 0) {
      const { subject = 'The statement', property } = written;
      const what = property === undefined ? subject : `${subject} ${property}`;
      report(origin, 'CITATION_MISSING', { what }, ['citations'], { end: 'key' });
    }
    for (const [at, citation] of citations.entries()) {
      if (citation === undefined) continue;
      const without = citation.evidence === undefined && !('evidence' in citation);
      if (without || citation.evidence?.length === 0) {
        report(origin, 'EVIDENCE_EMPTY', {}, ['citations', at, 'evidence'], { end: 'key' });
      }
    }
  },
});
