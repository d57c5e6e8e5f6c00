import { CaytreError } from '../../client/index.ts';
import { queryClient } from './questions.ts';

/** After so many milliseconds it is first looked whether the server is back; each time it is not, twice as long after. */
const FIRST = 2_000;
const LONGEST = 30_000;
const away: readonly string[] = ['SERVER_UNREACHABLE', 'ANSWER_UNREADABLE'];

/** Asks again everything that is shown and failed: what failed once has mostly failed together. */
export const retryFailed = (): void =>
  void queryClient.refetchQueries({ type: 'active', predicate: hasFailed });

const hasFailed = ({ state }: { readonly state: { readonly status: string } }): boolean =>
  state.status === 'error';

let timer: ReturnType<typeof setTimeout> | undefined;

/** Looks by itself whether a server that was away is back, and asks again what it did not answer. */
export function recoverByItself(): void {
  queryClient.getQueryCache().subscribe(({ type, query }) => {
    const { error } = query.state;
    if (type !== 'updated' || timer !== undefined) return;
    if (error instanceof CaytreError && away.includes(error.code)) lookAfter(FIRST);
  });
}

function lookAfter(wait: number): void {
  timer = setTimeout(async () => {
    // Nobody looks at a page that is hidden: a later look finds out as soon.
    const isBack = !document.hidden && (await isReady());
    timer = undefined;
    if (isBack) retryFailed();
    else if (queryClient.getQueryCache().findAll({ predicate: hasFailed }).length > 0) {
      lookAfter(Math.min(2 * wait, LONGEST));
    }
  }, wait);
}

const isReady = (): Promise<boolean> =>
  fetch('/health/ready', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
