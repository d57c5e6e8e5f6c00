import { useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import { operations } from '../../client/index.ts';
import { loadUpTo } from '../../pieces/chart/pages.ts';
import { language } from '../state/explorer.ts';
import { askIn } from '../state/questions.ts';
import { countSteps, type Grain, stepsOf } from './steps.ts';

/** So many dates are read one by one; of more, the months in which something begins are counted by the server. */
const MOST_DATES = 500;

async function loadDates(): Promise<readonly string[]> {
  const ask = askIn(language.peek());
  const { nodes, total } = await loadUpTo(MOST_DATES, async (page) => {
    const { timeline } = await ask(operations.Moments, page);
    return timeline;
  });
  if (total <= MOST_DATES) return nodes.map(({ date }) => date);
  const { aggregate } = await ask(operations.MonthsOfChange, { limit: 500 });
  return aggregate.rows.flatMap(({ group1 }) => (group1 === null ? [] : [group1]));
}

export interface Steps {
  readonly steps: readonly string[];
  /** How much changes at each. */
  readonly counts: readonly number[];
}

/** The moments at which something in the graph changes, as dates to be as of; `undefined` until they are known. */
export function useSteps(grain: Grain) {
  const answer = useQuery({ queryKey: ['dates of change'], queryFn: loadDates });
  const dates = answer.data;
  const steps = useMemo((): Steps | undefined => {
    if (dates === undefined) return undefined;
    const found = stepsOf(dates, grain);
    return { steps: found, counts: countSteps(found, dates, grain) };
  }, [dates, grain]);
  return { ...answer, steps };
}
