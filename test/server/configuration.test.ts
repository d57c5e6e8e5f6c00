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
      CACHE_MAX_AGE: '7',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'development',
      PUBLIC_URL: 'https://example.org',
      FRAME_ANCESTORS: 'none',
      TRUSTED_DOCUMENTS_ONLY: 'true',
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
    ['QUERY_COST', '0'],
    ['QUERY_NESTING', '501'],
    ['REQUEST_TIME', '10s'],
  ])('refuses %s=%s and says what would do', (variable, value) => {
    expect(() => readConfiguration({ [variable]: value })).toThrow(
      new RegExp(`${variable} is "${value}"; it must be `),
    );
  });
});
