import { apiCodes } from './codes/api.ts';
import { clientCodes } from './codes/client.ts';
import { dataCodes } from './codes/data.ts';
import { runCodes } from './codes/run.ts';

/**
 * Every code that a problem may have. Codes are API: they are never reused, and `codes.md` documents each
 * (a test holds the two together).
 */
export const registry = { ...apiCodes, ...clientCodes, ...dataCodes, ...runCodes } as const;

export type Code = keyof typeof registry;
