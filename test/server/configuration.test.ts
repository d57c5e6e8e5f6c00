import { describe, expect, it } from 'vitest';
import { limitNames, limits } from '../../src/graphql/limits/limits.ts';
import { readConfiguration, settings } from '../../src/server/configuration.ts';

describe('configuration', () => {
  it('has defaults for everything', () => {
    expect(readConfiguration({})).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      logLevel: 'info',
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfiguration({ PORT: '', HOST: '' })).toEqual(readConfiguration({}));
  });

  it('reads each of its variables', () => {
    const plain = readConfiguration({});
    const given = {
      HOST: '0.0.0.0',
      PORT: '4100',
      GRAPH_DATA: 'data',
      CACHE_FOLDER: 'cache',
      ANSWER_CACHE: '7',
      OBJECT_CACHE: '7',
      CACHE_MAX_AGE: '7',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'development',
      PUBLIC_URL: 'https://example.org',
      FRAME_ANCESTORS: 'none',
      TRUSTED_DOCUMENTS_ONLY: 'true',
      API_KEYS: 'keys',
      KEY_REQUIRED: 'true',
      RATE_LIMIT: '600',
      TRUST_PROXY: 'loopback',
      ADMIN_HOST: '::1',
      ADMIN_PORT: 'off',
      MAX_WAITING: '7',
      LONGEST_WAIT: '7',
      CONNECTIONS: '7',
      REQUEST_LOG: 'failures',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
      OTEL_TRACES_SAMPLER_ARG: '0.1',
      WATCH: 'false',
      WORKERS: '3',
      WORKER_SILENCE: '700',
      EVENT_STREAMS: '7',
      ...Object.fromEntries(limitNames.map((name) => [limits[name].variable, '7'])),
    };
    expect(Object.keys(given).toSorted()).toEqual(
      Object.values(settings)
        .map(({ variable }) => variable)
        .toSorted(),
    );
    for (const [variable, value] of Object.entries(given)) {
      expect(readConfiguration({ [variable]: value }), variable).not.toEqual(plain);
    }
  });

  it.each([
    ['*', ['*']],
    ['none', ["'none'"]],
    [
      'https://example.org *.example.com:8080',
      ["'self'", 'https://example.org', '*.example.com:8080'],
    ],
  ])('reads which pages may hold pieces: %s', (text, sources) => {
    expect(readConfiguration({ FRAME_ANCESTORS: text }).frameAncestors).toEqual(sources);
  });

  it.each([
    ['0', 0],
    ['2', 2],
    ['loopback', ['loopback']],
    ['10.0.0.1, 10.1.0.0/16 fd00::/8', ['10.0.0.1', '10.1.0.0/16', 'fd00::/8']],
  ])('reads which proxies are trusted: %s', (text, proxies) => {
    expect(readConfiguration({ TRUST_PROXY: text }).trustedProxies).toEqual(proxies);
  });

  it('reads the public address as an origin', () => {
    expect(readConfiguration({ PUBLIC_URL: 'https://Example.org/' }).publicUrl).toBe(
      'https://example.org',
    );
  });

  it('lets the command line go before the environment', () => {
    expect(readConfiguration({ PORT: '4100' }, { port: '4200' }).port).toBe(4200);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '40x'],
    ['LOG_LEVEL', 'loud'],
    ['TRUSTED_DOCUMENTS_ONLY', 'yes'],
    ['PUBLIC_URL', 'example.org'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['PUBLIC_URL', 'https://example.org/graph'],
    ['PUBLIC_URL', 'https://name:word@example.org'],
    ['FRAME_ANCESTORS', "https://example.org; script-src 'unsafe-inline'"],
    ['FRAME_ANCESTORS', 'https://example.org/path'],
    ['WORKERS', '0'],
    ['WORKERS', 'many'],
    ['WORKER_SILENCE', '0'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '17'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/0'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['TRUST_PROXY', 'proxy.example.org'],
    ['RATE_LIMIT', '-1'],
    ['ADMIN_PORT', '65536'],
    ['ADMIN_PORT', 'none'],
    ['QUERY_COST', '0'],
    ['QUERY_NESTING', '501'],
    ['REQUEST_TIME', '10s'],
    ['REQUEST_LOG', 'some'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', '127.0.0.1:4318'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
  ])('refuses %s=%s and says what would do', (variable, value) => {
    expect(() => readConfiguration({ [variable]: value })).toThrow(
      new RegExp(`${variable} is "${value}"; it must be `),
    );
  });
});
