import type { Rank, Statement } from '../../ontology/model.ts';
import { type Numbering, numbering } from '../numbering.ts';
import { type Postings, postings } from '../postings.ts';

const RANKS: readonly Rank[] = ['preferred', 'normal', 'deprecated'];

export interface RankIndex {
  readonly ranks: Numbering;
  /** The statements of each rank. */
  readonly statements: Postings;
}

export function byRank(statements: readonly Statement[]): RankIndex {
  const ranks = numbering(RANKS);
  return {
    ranks,
    statements: postings(ranks.size, (add) => {
      statements.forEach((statement, number) => {
        add(ranks.number(statement.rank)!, number);
      });
    }),
  };
}
