/** How the program ends. */
export const exit = {
  /** All is well. */
  fine: 0,
  /** The work was done, and what it looked at is not right. */
  found: 1,
  /** The work could not be done: wrong arguments, a setting, an address in use. */
  failed: 2,
} as const;
