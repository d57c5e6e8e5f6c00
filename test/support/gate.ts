import { createGate, type Gate, type GateOptions } from '../../src/server/overload/gate.ts';

/** A gate that lets everything through but what the options bound. */
export const createTestGate = (options: Partial<GateOptions> = {}): Gate =>
  createGate({
    waiting: 1_000_000,
    longestWait: 1_000_000,
    connections: 1_000_000,
    longestAnswer: 1_000_000,
    log: { warn: () => undefined },
    ...options,
  });
