/**
 * Lists of numbers, one list a bucket, in two typed arrays (compressed sparse rows): taking a list or its
 * length costs the same whatever the size, and a million entries cost four megabytes.
 */
export interface Postings {
  count(bucket: number): number;
  /** A view, not to be written to. */
  of(bucket: number): Uint32Array;
}

/**
 * Builds postings in two passes over the same entries, one that counts and one that fills. `entries` is
 * called twice and must give the same pairs both times; within a bucket they keep that order.
 */
export function postings(
  buckets: number,
  entries: (add: (bucket: number, item: number) => void) => void,
): Postings {
  const starts = new Uint32Array(buckets + 1);
  entries((bucket) => {
    starts[bucket + 1]! += 1;
  });
  for (let bucket = 0; bucket < buckets; bucket += 1) starts[bucket + 1]! += starts[bucket]!;
  const items = new Uint32Array(starts[buckets]!);
  const next = starts.slice();
  entries((bucket, item) => {
    items[next[bucket]!] = item;
    next[bucket]! += 1;
  });
  return {
    count: (bucket) => starts[bucket + 1]! - starts[bucket]!,
    of: (bucket) => items.subarray(starts[bucket], starts[bucket + 1]),
  };
}
