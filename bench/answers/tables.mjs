// What bench/answers.mjs measured, as tables.

const short = (number) => (number === undefined ? '' : Number(number.toPrecision(3)));

/** What was measured of one query, on a line. */
export const lineOf = ({ query, measured }) =>
  `${query}: ${Object.entries(measured)
    .map(([name, { rate, cpu }]) => `${name} ${Math.round(rate)} (${short(cpu)})`)
    .join(' | ')}`;

/** Of each query the answers a second as multiples of caytre's peers, and the processor time that an answer takes of each server. */
export function newTables(data, results) {
  if (results.length === 0) return [];
  const names = Object.keys(results[0].measured);
  const rates = results.map(({ query, measured }) => ({
    query,
    bytes: Math.round(measured.caytre.bytes),
    'answers a second': Math.round(measured.caytre.rate),
    ...Object.fromEntries(
      names
        .filter((name) => name !== 'caytre')
        .map((name) => [`× ${name}`, short(measured.caytre.rate / measured[name].rate)]),
    ),
  }));
  const costs = results.map(({ query, measured }) => ({
    query,
    ...Object.fromEntries(names.map((name) => [name, short(measured[name].cpu)])),
  }));
  const ratios = results.map(({ query, measured }) => ({
    query,
    ...Object.fromEntries(
      names
        .filter((name) => name !== 'caytre' && measured.caytre.cpu !== undefined)
        .map((name) => [`× ${name}`, short(measured[name].cpu / measured.caytre.cpu)]),
    ),
  }));
  return [
    [`${data}: new questions, caytre's answers a second as multiples of each peer's`, rates],
    [`${data}: milliseconds of the server's processor time for an answer`, costs],
    [`${data}: the same as multiples of caytre's: how much dearer each peer is`, ratios],
  ];
}

export const repeatedTable = (results) =>
  results.map(({ query, measured }) => {
    const post = measured['Fastify, POST'];
    const get = measured['Fastify, GET'];
    const of = (name, peer) => short(measured[name] && measured[name].rate / peer.rate);
    const cheaper = (name, peer) => short(measured[name]?.cpu && peer.cpu / measured[name].cpu);
    return {
      query,
      bytes: Math.round(measured['caytre, POST'].bytes),
      POST: of('caytre, POST', post),
      GET: of('caytre, GET', get),
      304: of('caytre, 304', get),
      'POST, by processor time': cheaper('caytre, POST', post),
      'GET, by processor time': cheaper('caytre, GET', get),
      '304, by processor time': cheaper('caytre, 304', get),
    };
  });

export const growthTable = (measured) =>
  measured[0].new.map(({ query }, place) => {
    const costs = measured.map((one) => one.new[place].measured.caytre);
    const cost = ({ cpu, rate }) => cpu ?? 1000 / rate;
    return {
      query,
      ...Object.fromEntries(measured.map(({ data }, index) => [data, short(cost(costs[index]))])),
      ...(measured.length > 2 && {
        [`× from ${measured.at(-2).data} to ${measured.at(-1).data}`]: short(
          cost(costs.at(-1)) / cost(costs.at(-2)),
        ),
      }),
    };
  });
