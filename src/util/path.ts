/** The way from a record to a value within it: keys of maps and positions (from 0) in lists. */
export type Path = readonly (string | number)[];
