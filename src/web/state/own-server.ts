import { fetchFrom } from '../../pieces/follow.ts';

/** The server that the explorer is from, and asks. */
export const ownServer = (): string => new URL('/', location.href).href;

export const fetchHere: typeof fetch = (...asked) => fetchFrom(ownServer())(...asked);
