import { expect, it, vi } from 'vitest';
import type { Configuration } from '../../../src/server/configuration.ts';
import { startApplication } from '../../support/application.ts';

const question = {
  query: '{ statements(first: 3) { totalCount nodes { id subject { id name } } } }',
};

async function start(changes: Partial<Configuration>) {
  const asked = vi.fn();
  const application = await startApplication({ answerCache: 0, ...changes }, (store) => ({
    ...store,
    entities(ids) {
      asked();
      return store.entities(ids);
    },
  }));
  /** How often the store is asked for entities to answer the question. */
  const calls = async (headers = {}) => {
    asked.mockClear();
    const { answer } = await application.ask(question, headers);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.statements.nodes).toHaveLength(3);
    return asked.mock.calls.length;
  };
  return { application, calls, edition: application.edition };
}

it('entities and statements are written once, for each language, until memory is short', async () => {
  const { application, calls, edition } = await start({});
  expect(edition.keptObjects()).toBe(0);
  for (let time = 0; time < 4; time += 1) await calls();
  expect(await calls()).toBe(0);
  const bytes = edition.keptObjects();
  expect(bytes).toBeGreaterThan(0);
  expect(await calls({ 'accept-language': 'en' })).toBe(3);
  expect(await calls({ 'accept-language': 'en' })).toBe(0);
  expect(edition.keptObjects()).toBeGreaterThan(bytes);
  edition.forget();
  expect(edition.keptObjects()).toBe(0);
  expect(await calls()).toBe(3);
  await application.stop();
});

it('they are written each time where no memory is given to that', async () => {
  const { application, calls, edition } = await start({ objectCache: 0 });
  for (let time = 0; time < 4; time += 1) await calls();
  expect(await calls()).toBe(3);
  expect(edition.keptObjects()).toBe(0);
  await application.stop();
});
