// How many questions of GraphQL a second are answered, beside other servers with the same schema, resolvers, store and data.
// Usage: node bench/answers.mjs [--data real,10000,100000] [--queries TEXT,…] [--contenders TEXT,…] [--rounds N]
//   [--seconds N] [--skip new,repeated] [--json FILE]     (after "npm run build"; numbers are entities of synthetic data)
// What is measured is printed as soon as it is, so that a run that is cut off has told what it had; it leaves no process.
import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { load } from './answers/load.mjs';
import { prepareQuestions } from './answers/questions.mjs';
import { growthTable, lineOf, newTables, repeatedTable } from './answers/tables.mjs';
import { median } from './median.mjs';
import { here, quiet, startProcess } from './process.mjs';
import { writeSynthetic } from './synthetic.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'real,10000,100000' },
    queries: { type: 'string', default: '' },
    contenders: { type: 'string', default: '' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '0.25' },
    skip: { type: 'string', default: '' },
    json: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const skipped = values.skip.split(',');
/** Whether the option is empty or names some part of it. */
const chosen = (option, name) => option.split(',').some((part) => name.includes(part));

const CAYTRE = [here('../dist/bundle/main.js'), 'serve'];
/** How long each server is asked all questions before it is measured, in seconds. */
const WARM_UP = 3;
const MEMORY = ['--max-old-space-size=4096'];
/** Those that answer, and those that only hand out what caytre answered. */
const answering = {
  caytre: CAYTRE,
  'caytre, no objects kept': CAYTRE,
  'Apollo standalone': [here('answers/apollo.mjs')],
  'Mercurius, jit': [here('answers/mercurius.mjs')],
  Yoga: [here('answers/yoga.mjs')],
};
/** What only one of them is told. */
const environments = { 'caytre, no objects kept': { OBJECT_CACHE: '0' } };
const handing = {
  'Fastify, same bytes': [here('answers/bytes-fastify.mjs')],
  'node:http, same bytes': [here('answers/bytes-http.mjs')],
};
const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' };
/** A header that no form of another site sends: without one a GET is refused. */
const GET_HEADERS = { accept: 'application/json', 'apollo-require-preflight': 'true' };

const isChosen = ([name]) => name === 'caytre' || chosen(values.contenders, name);
const addressOf = (name, server) =>
  name.startsWith('caytre') ? `${server.address}/graphql` : server.address;

/** Over a connection of its own: a server may just be closing one that was not used for some seconds. */
function request(address, { method, headers, body = '' }) {
  return new Promise((resolve, reject) => {
    const asked = http.request(address, { method, headers, agent: false }, async (response) => {
      resolve({ text: await readText(response), headers: response.headers });
    });
    asked.once('error', reject).end(body);
  });
}

async function post(address, question) {
  const body = JSON.stringify(question);
  const { text } = await request(address, { method: 'POST', headers: JSON_HEADERS, body });
  const { data, errors } = JSON.parse(text);
  assert.equal(errors, undefined, text.slice(0, 500));
  return { text, data };
}

const posted = (questions, path) =>
  questions.map((question) => ({
    method: 'POST',
    path,
    headers: JSON_HEADERS,
    body: JSON.stringify(question),
  }));

/**
 * Rounds of loads, one contender after the other in each, so that whatever else the machine does falls on all alike. Every other
 * round goes backwards: what one leaves behind, in whoever asks too, is not always borne by the same next one.
 */
async function interleaved(contenders) {
  const measured = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  // What is loaded first is not counted: it compiles, and makes what is made when first needed.
  for (let round = 0; round <= rounds; round += 1) {
    const inTurn = Object.entries(contenders);
    if (round % 2 === 0) inTurn.reverse();
    for (const [name, parts] of inTurn) {
      const taken = await load({ ...parts, seconds: round > 0 ? seconds : seconds / 2 });
      if (round > 0) measured[name].push(taken);
    }
  }
  return Object.fromEntries(
    Object.entries(measured).map(([name, taken]) => {
      const of = (pick) => median(taken.map(pick));
      const cpu = taken[0].cpu === undefined ? undefined : of((one) => one.cpu);
      return [name, { rate: of(({ rate }) => rate), cpu, bytes: taken[0].bytes }];
    }),
  );
}

/** The first compiles the data, which all others then load at once. */
async function startAll(commands, environment) {
  const start = async ([name, command]) => [
    name,
    await startProcess([...MEMORY, ...command], { ...environment, ...environments[name] }),
  ];
  const [first, ...rest] = commands;
  if (first === undefined) return {};
  const started = await start(first);
  return Object.fromEntries([started, ...(await Promise.all(rest.map(start)))]);
}

/** How long the benchmark has run, and what it does now. */
const tell = (doing) => console.error(`${Math.round(performance.now() / 1000)} s: ${doing}`);

const stopAll = (servers) => Promise.all(Object.values(servers).map((server) => server.stop()));

/** The answers of caytre to all questions, once it is certain that all contenders answer the same. */
async function answersOf(servers, queries) {
  const answers = [];
  for (const { name: query, questions } of queries) {
    tell(`checking the answers of ${query}`);
    const texts = [];
    for (const question of questions) {
      const { text, data } = await post(addressOf('caytre', servers.caytre), question);
      const others = Object.entries(servers).filter(([name]) => name !== 'caytre');
      await Promise.all(
        others.map(async ([name, server]) => {
          const other = await post(addressOf(name, server), question);
          // Not as texts: Yoga gives fields in another order.
          assert.deepEqual(other.data, data, `${name}, ${query}`);
        }),
      );
      texts.push(text);
    }
    answers.push(texts);
  }
  return answers;
}

/** What all queries have in common is compiled by the engine before the first of them is measured, as it is for the last. */
async function warmUp(servers, queries) {
  for (const [name, server] of Object.entries(servers)) {
    tell(`warming up ${name}`);
    const url = addressOf(name, server);
    const all = queries.flatMap(({ questions }) => posted(questions, new URL(url).pathname));
    await load({ server, url, requests: all, seconds: WARM_UP });
  }
}

/** No answer is kept from one question to the next; entities and statements as they were written are, save where nothing is. */
async function newQuestions(environment, answersFile) {
  tell('starting servers');
  const servers = await startAll(Object.entries(answering).filter(isChosen), {
    ...environment,
    ANSWER_CACHE: '0',
  });
  const ask = async (query, variables) =>
    (await post(addressOf('caytre', servers.caytre), { query, variables })).data;
  const queries = (await prepareQuestions(ask)).filter(({ name }) => chosen(values.queries, name));
  const answers = await answersOf(servers, queries);
  await writeFile(answersFile, JSON.stringify(answers));
  const hands = await startAll(Object.entries(handing).filter(isChosen), { ANSWERS: answersFile });
  await quiet(servers.caytre.pid);
  await warmUp(servers, queries);
  const results = [];
  for (const [number, { name: query, questions }] of queries.entries()) {
    const contenders = {};
    for (const [name, server] of Object.entries(servers)) {
      const url = addressOf(name, server);
      contenders[name] = { server, url, requests: posted(questions, new URL(url).pathname) };
    }
    for (const [name, server] of Object.entries(hands)) {
      const requests = posted(questions, `/${number}`);
      contenders[name] = { server, url: server.address, requests };
    }
    if (skipped.includes('new')) continue;
    tell(`measuring ${query}`);
    results.push({ query, measured: await interleaved(contenders) });
    console.log(lineOf(results.at(-1)));
  }
  await stopAll({ ...servers, ...hands });
  return {
    results,
    queries: queries.map(({ name, questions }) => ({ name, question: questions[0] })),
  };
}

/** One question of each query again and again, with the settings that hold when none is given. */
async function repeatedQuestions(environment, answersFile, queries) {
  const server = await startProcess([...MEMORY, ...CAYTRE], environment);
  const url = addressOf('caytre', server);
  const texts = [];
  for (const { question } of queries) texts.push([(await post(url, question)).text]);
  await writeFile(answersFile, JSON.stringify(texts));
  const fastify = await startProcess(handing['Fastify, same bytes'], { ANSWERS: answersFile });
  await quiet(server.pid);
  const asked = queries.map(({ name, question }) => ({ name, questions: [question] }));
  await warmUp({ caytre: server }, asked);
  const results = [];
  for (const [number, { name: query, question }] of queries.entries()) {
    const search = new URLSearchParams({
      query: question.query,
      variables: JSON.stringify(question.variables),
    });
    const got = (path, more) => ({
      method: 'GET',
      path: `${path}?${search}`,
      headers: { ...GET_HEADERS, ...more },
    });
    const etag = (await request(`${url}?${search}`, { method: 'GET', headers: GET_HEADERS }))
      .headers.etag;
    const known = got('/graphql', { 'if-none-match': etag });
    tell(`measuring ${query}, repeated`);
    const by = { server, url };
    const byFastify = { server: fastify, url: fastify.address };
    const measured = await interleaved({
      'caytre, POST': { ...by, requests: posted([question], '/graphql') },
      'Fastify, POST': { ...byFastify, requests: posted([question], `/${number}`) },
      'caytre, GET': { ...by, requests: [got('/graphql')] },
      'Fastify, GET': { ...byFastify, requests: [got(`/${number}`)] },
      ...(etag && { 'caytre, 304': { ...by, requests: [known], expected: 304 } }),
    });
    results.push({ query, measured });
    console.log(lineOf(results.at(-1)));
  }
  await stopAll({ server, fastify });
  return results;
}

const folder = await mkdtemp(join(tmpdir(), 'caytre-answers-'));
// However it ends.
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const measured = [];
for (const data of values.data.split(',')) {
  const graphData = data === 'real' ? here('../graph-data') : join(folder, data);
  if (data !== 'real') await writeSynthetic(graphData, { entities: Number(data) });
  const environment = { GRAPH_DATA: graphData, CACHE_FOLDER: join(folder, `cache-${data}`) };
  const answersFile = join(folder, 'answers.json');
  console.log(`\n${data}: answers a second (milliseconds of the server's processor time for one)`);
  const { results, queries } = await newQuestions(environment, answersFile);
  // What is kept is served alike whatever the data.
  const repeated =
    data === values.data.split(',')[0] && !skipped.includes('repeated')
      ? await repeatedQuestions(environment, answersFile, queries)
      : [];
  measured.push({ data, new: results, repeated });
  if (values.json) await writeFile(values.json, `${JSON.stringify(measured, null, 2)}\n`);
  for (const [title, rows] of newTables(data, results)) {
    console.log(title);
    console.table(rows);
  }
  if (repeated.length > 0) {
    console.log(`${data}: repeated questions, as multiples of Fastify serving the same bytes`);
    console.table(repeatedTable(repeated));
  }
}
if (measured.length > 1 && !skipped.includes('new')) {
  console.log('caytre: milliseconds of processor time for an answer, and its growth');
  console.table(growthTable(measured));
}
const burden = loadavg().map((one) => one.toFixed(1));
console.log(
  `Node ${process.version}, load ${burden.join(' ')}, medians of ${rounds} rounds, ${Math.round(performance.now() / 1000)} s in all.`,
);
console.log('Who asks shares the cores with the servers, each a process of its own.');
console.log('Mercurius has compiled every document before it is measured, which takes seconds.');
