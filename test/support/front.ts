import { createFront, type Edition, type Patience } from '../../src/server/front.ts';
import type { GateOptions } from '../../src/server/overload/gate.ts';
import { createTestGate } from './gate.ts';

/** Lets an edition be asked through a front of its own, which does not close it. */
export async function openFront(
  edition: Edition,
  { patience, ...options }: Partial<GateOptions> & { readonly patience?: Patience } = {},
) {
  const gate = createTestGate(options);
  const front = createFront(patience, undefined, gate);
  front.show({ ...edition, close: async () => undefined });
  const address = await front.listen({ host: '127.0.0.1', port: 0 });
  return { address, gate, stop: () => front.close(0) };
}
