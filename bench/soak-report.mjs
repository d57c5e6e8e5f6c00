// Prints what came of bench/soak.mjs, and holds it to what is expected.
import { availableParallelism, loadavg } from 'node:os';
import { slopeOf } from './soak-slope.mjs';

/** The part of the steady time after which caches are full and compiled code is made. */
const SETTLED = 0.3;
/** How long that takes at least, in seconds: of a shorter soak nobody can tell whether its memory grows. */
const FILLING = 90;
/** How much of the heap it may grow in an hour before that counts as a leak, where it is certain that it grows. */
const GROWTH = 0.1;
const LONG = 1_000;
/** The part of the capacity that is to be answered when twice as much is asked. */
const GOODPUT = 0.6;

const megabytes = (bytes) => Number((bytes / 2 ** 20).toFixed(1));
const short = (number) => (number === null ? null : Number(number.toPrecision(3)));
const percent = (part) => `${(part * 100).toFixed(1)} %`;

/** What was found of the growth of memory, and what holds. */
export function report({ capacity, isRunning, phases }) {
  const { steady, over, after } = phases;
  printPhases(phases);
  const isLong = steady.seconds * SETTLED >= FILLING;
  const settled = steady.server.samples.filter(
    ({ seconds }) => !isLong || seconds > steady.seconds * SETTLED,
  );
  const slopes = Object.fromEntries(
    ['heap', 'external', 'rss'].map((what) => [
      what,
      slopeOf(settled.map((one) => [one.seconds / 3_600, one[what] / 2 ** 20])),
    ]),
  );
  printMemory(slopes, settled);
  const loads = loadavg().map((one) => one.toFixed(1));
  console.log(`${availableParallelism()} cores, load ${loads.join(' ')}`);

  const heap = megabytes(settled.at(-1)?.heap ?? 0);
  const expectations = {
    'steady: every answer is right': steady.right === steady.sent,
    'steady: 99 of 100 are answered within a second': steady.times.p99 <= LONG,
    ...(isLong && {
      'steady: memory does not grow': !(slopes.heap.low > 0 && slopes.heap.slope > heap * GROWTH),
    }),
    'twice as much: what is answered is right': over.wrong === 0,
    'twice as much: no connection fails': over.failed === 0,
    'twice as much: what is refused is refused within a second': !(over.refusals.p99 > LONG),
    [`twice as much: at least ${GOODPUT} of the capacity is answered`]:
      over.right / over.seconds >= capacity * GOODPUT,
    'afterwards: every answer is right': after.right === after.sent,
    'the server still runs': isRunning,
  };
  for (const [name, holds] of Object.entries(expectations))
    console.log(holds ? 'ok  ' : 'MISS', name);
  for (const { examples } of [steady, over, after]) for (const one of examples) console.log(one);
  return { slopes, expectations };
}

function printPhases({ closed, steady, over, after }) {
  const all = Object.entries({ closed, steady, 'twice as much': over, afterwards: after });
  console.table(
    all.map(([phase, { sent, right, refused, wrong, failed, seconds, times, refusals }]) => ({
      phase,
      'asked /s': Math.round(sent / seconds),
      'right /s': Math.round(right / seconds),
      refused,
      wrong,
      failed,
      'p50 ms': short(times.p50),
      'p99 ms': short(times.p99),
      'max ms': short(times.max),
      'refusal p50 ms': short(refusals.p50),
      'refusal p99 ms': short(refusals.p99),
    })),
  );
  // How far the machine is to be trusted: what the load itself takes, and what others take.
  console.table(
    all.map(([phase, { sent, seconds, cpu, late, server }]) => ({
      phase,
      'CPU ms a request': short((server.cpu / sent) * 1_000),
      'cores of the server': short(server.cpu / seconds),
      'of the load': short(cpu / seconds),
      'server kept from a core': percent(server.kept),
      'its thread held at most, ms': short(server.held),
      'load late p99 ms': short(late.p99),
    })),
  );
}

const printMemory = (slopes, samples) =>
  console.table(
    Object.entries(slopes).map(([memory, { slope, low, high }]) => ({
      memory,
      'times looked at': samples.length,
      'MB at first': megabytes(samples[0]?.[memory] ?? 0),
      'MB at last': megabytes(samples.at(-1)?.[memory] ?? 0),
      'MB an hour': short(slope),
      '95 % from': short(low),
      to: short(high),
    })),
  );
