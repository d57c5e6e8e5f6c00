/** The promises that were broken and heard by nobody, while something runs and some turns of the event loop later. */
export async function unheardDuring(run: () => unknown): Promise<readonly unknown[]> {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => void unheard.push(reason);
  process.on('unhandledRejection', hear);
  try {
    await run();
    // By then, all that was asked is answered.
    for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
  } finally {
    process.off('unhandledRejection', hear);
  }
  return unheard;
}
