/**
 * The first and the last minute of an ISO 8601 date of any precision, as numbers that compare as the times do
 * (`yyyymmddhhmm`): `2021-12` begins at 202112010000 and ends at 202112312359.
 */
const FIRST = '0001-01-01T00:00';
const LAST = '9999-12-31T23:59';

const digits = (date: string, filler: string): number =>
  Number((date + filler.slice(date.length)).replaceAll(/\D/g, ''));

export const earliest = (date: string): number => digits(date, FIRST);
export const latest = (date: string): number => digits(date, LAST);
