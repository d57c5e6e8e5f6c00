import { useEffect } from 'preact/hooks';

type Fetch = (asOf: string | undefined) => void;

const fetchers = new Set<Fetch>();

/** Has what a view shows fetched for the dates that the time bar will come to next. */
export function useAhead(fetch: Fetch): void {
  useEffect(() => {
    fetchers.add(fetch);
    return () => {
      fetchers.delete(fetch);
    };
  });
}

/** Fetches what the views that are there will show as of a date. */
export function fetchAhead(asOf: string | undefined): void {
  for (const fetch of fetchers) fetch(asOf);
}
