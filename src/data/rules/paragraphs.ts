import type { Rule } from '../rule.ts';

/** A cited paragraph is one that its source has. */
export const paragraphs: Rule = ({ entities, report }) => ({
  statement({ origin, source, citations }) {
    for (const [at, citation] of citations.entries()) {
      if (citation?.paragraph === undefined) continue;
      const { paragraph } = citation;
      const cited = citation.source ?? source;
      const has = entities.get(cited)?.paragraphs;
      if (has === undefined || paragraph <= has) continue;
      const parameters = { source: cited, paragraphs: has, paragraph };
      report(origin, 'PARAGRAPH_OUT_OF_RANGE', parameters, ['citations', at, 'paragraph']);
    }
  },
});
