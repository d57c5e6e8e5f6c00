// The load of bench/soak.mjs, a process of its own. Asks at a steady rate whether or not there are answers, and counts the time of each
// from when it was due: an answer that makes others wait counts for all of them.
import { Connection } from './soak-connection.mjs';
import { createTraffic } from './soak-traffic.mjs';

const { hostname: host, port } = new URL(process.argv[2]);
const at = { host, port: Number(port) };
const EXAMPLES = 5;
/** How long the last answers of a phase are waited for, in milliseconds. */
const LAST = 15_000;

const idle = [];
const takeIdle = () => {
  for (let one = idle.pop(); one !== undefined; one = idle.pop()) if (one.isOpen) return one;
  return new Connection(at);
};

const askOnce = async (request) => {
  const connection = takeIdle();
  const answer = await connection.ask(request);
  if (connection.isOpen) idle.push(connection);
  return answer;
};
const traffic = createTraffic(await known());
/** The answers to what is asked again and again, as they are when little is asked. */
const right = new Map();
for (const request of traffic.again) {
  const { status, body } = await askOnce(request);
  if (status !== 200) throw new Error(`${request}\n${status} ${body}`);
  right.set(request, body);
}

async function known() {
  const json = async (path, init) => (await fetch(`http://${host}:${port}${path}`, init)).json();
  const { operations } = await json('/operations.json');
  const { data } = await json('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ entities(first: 100) { nodes { id kind } } }' }),
  });
  return { operations, entities: data.entities.nodes };
}

/** Counts what a phase comes to. */
class Tally {
  sent = 0;
  right = 0;
  refused = 0;
  wrong = 0;
  failed = 0;
  perSecond = [];
  examples = [];
  #times = [];
  #refusals = [];
  #late = [];
  #began = performance.now();
  #cpu = process.cpuUsage();

  late(ms) {
    this.#late.push(ms);
  }

  answered(request, { status, head, body }, ms) {
    if (status === 503 && /^retry-after: *\d/im.test(head)) {
      this.refused += 1;
      this.#refusals.push(ms);
      return;
    }
    if (!isRight(request, status, body)) {
      this.wrong += 1;
      const [code = ''] = /\b[A-Z]+_[A-Z_]+\b/.exec(body) ?? [];
      this.#note(`${status} ${code} ${body.subarray(0, 300)} for ${request.slice(0, 300)}`);
      return;
    }
    this.right += 1;
    this.#times.push(ms);
    const second = Math.floor((performance.now() - this.#began) / 1_000);
    this.perSecond[second] = (this.perSecond[second] ?? 0) + 1;
  }

  unanswered(request, error) {
    this.failed += 1;
    this.#note(`${error.message} for ${request.slice(0, 300)}`);
  }

  told(seconds) {
    const { sent, right, refused, wrong, failed, examples } = this;
    const { user, system } = process.cpuUsage(this.#cpu);
    return {
      seconds,
      cpu: (user + system) / 1e6,
      sent,
      right,
      refused,
      wrong,
      failed,
      examples,
      perSecond: Array.from(
        { length: Math.floor(seconds) },
        (_, second) => this.perSecond[second] ?? 0,
      ),
      times: quantiles(this.#times),
      refusals: quantiles(this.#refusals),
      late: quantiles(this.#late),
    };
  }

  #note(example) {
    if (this.examples.length < EXAMPLES) this.examples.push(example);
  }
}

function isRight(request, status, body) {
  const expected = right.get(request);
  if (expected !== undefined) return status === 200 && expected.equals(body);
  if (status !== 200) return false;
  return (
    !request.includes('/graphql') ||
    (body.indexOf('"data":') !== -1 && body.indexOf('"errors":') === -1)
  );
}

function quantiles(numbers) {
  const sorted = Float64Array.from(numbers).sort();
  const at = (part) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? null;
  return { p50: at(0.5), p99: at(0.99), p999: at(0.999), max: at(1) };
}

async function ask(tally, request, due) {
  tally.sent += 1;
  try {
    const answer = await askOnce(request);
    tally.answered(request, answer, performance.now() - due);
  } catch (error) {
    tally.unanswered(request, error);
  }
}

/** How long one who was refused waits before asking anew, in milliseconds: refusals are no capacity. */
const PATIENCE = 250;

/** So many who ask anew as soon as they are answered. */
async function closed(tally, { seconds, connections }) {
  const end = performance.now() + seconds * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const { refused } = tally;
        await ask(tally, traffic.next(), performance.now());
        if (tally.refused > refused) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      }
    }),
  );
}

/** So many requests a second, each at its time. */
async function open(tally, { seconds, rate }) {
  const began = performance.now();
  const count = Math.floor(seconds * rate);
  const asked = new Set();
  for (let number = 0; number < count; ) {
    const now = performance.now();
    for (; number < count && began + (number / rate) * 1_000 <= now; number += 1) {
      const due = began + (number / rate) * 1_000;
      tally.late(performance.now() - due);
      const one = ask(tally, traffic.next(), due).finally(() => asked.delete(one));
      asked.add(one);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const unanswered = new Promise((resolve) => setTimeout(resolve, LAST).unref());
  await Promise.race([Promise.all(asked), unanswered]);
  tally.failed += asked.size;
}

process.on('message', async ({ mode, ...options }) => {
  const tally = new Tally();
  await (mode === 'closed' ? closed : open)(tally, options);
  process.send(tally.told(options.seconds));
});
process.send('ready');
