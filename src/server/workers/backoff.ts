/** How long to wait before a process is started anew, by how often in a row it has ended early. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 30_000;

/** At once after the first time, for whatever it was may not come again; then twice as long each time, up to a bound. */
export const backoff = (failures: number): number =>
  failures <= 1 ? 0 : Math.min(FIRST_WAIT * 2 ** (failures - 2), LONGEST_WAIT);
