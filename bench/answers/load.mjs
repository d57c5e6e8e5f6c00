// Asks a server as fast as it answers, for a while.
import autocannon from 'autocannon';
import { cpuSeconds } from '../process.mjs';

const CONNECTIONS = 8;
/** Where answers take long, so many are waited for: one of each connection. */
const LEAST_ANSWERS = CONNECTIONS;
/** Longer than any round. */
const LONGEST = 60;

/**
 * @param requests what each connection asks in turn, each connection from another place on
 * @returns answers a second, and the milliseconds of processor time of the server that an answer took
 */
export async function load({ server, url, requests, seconds, expected = 200 }) {
  let connection = 0;
  const setupClient = (client) => {
    const from = Math.floor((connection * requests.length) / CONNECTIONS) % requests.length;
    connection += 1;
    client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
  };
  let answers = 0;
  let bytes = 0;
  let first;
  let last;
  let cpu;
  const instance = autocannon({
    url,
    connections: CONNECTIONS,
    duration: LONGEST,
    sampleInt: 50,
    setupClient,
  });
  // From the first answer on: connecting is not counted.
  instance.on('response', (_client, status, length) => {
    if (status !== expected) throw new Error(`${url} answered ${status}.`);
    const now = performance.now();
    if (first === undefined) {
      first = now;
      cpu = cpuSeconds(server.pid);
      return;
    }
    if (last !== undefined) return;
    answers += 1;
    bytes += length;
    if (now - first < seconds * 1000 || answers < LEAST_ANSWERS) return;
    last = now;
    const spent = cpu === undefined ? undefined : cpuSeconds(server.pid) - cpu;
    cpu = spent === undefined ? undefined : (spent * 1000) / answers;
    instance.stop();
  });
  const result = await instance;
  if (result.errors > 0)
    throw new Error(`${url} left ${result.errors} requests without an answer.`);
  return { rate: (answers * 1000) / (last - first), cpu, bytes: bytes / answers };
}
