import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/server/configuration.ts';
import { openLocally } from '../../src/server/local.ts';
import { openOperations } from '../../src/server/operations.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into whatever the answer holds
type Data = any;

/** What each operation, asked with its example in English, must find. */
const facts: Readonly<Record<string, (data: Data) => void>> = {
  ArticleStatements({ statements }) {
    expect(statements.totalCount).toBeGreaterThan(200);
    for (const { citations } of statements.nodes) {
      expect(citations).toContainEqual(
        expect.objectContaining({ source: { id: 'source:be-mac-hoi-nghi-ngoai-giao-31' } }),
      );
    }
  },
  Disagreements({ disagreements }) {
    const sessions = disagreements.nodes.find(
      ({ about }: Data) => about.id === 'conference:hoi-nghi-ngoai-giao-31',
    );
    expect(sessions).toMatchObject({ kind: 'CONTRADICTION', propertyLabel: 'number of sessions' });
    expect(
      sessions.statements.map(({ value, citations }: Data) => [
        value.label,
        citations[0].source.id,
      ]),
    ).toEqual([
      ['9 sessions', 'source:giai-doan-moi-doi-ngoai'],
      ['20 sessions', 'source:be-mac-hoi-nghi-ngoai-giao-31'],
    ]);
  },
  EntityFacts({ entity }) {
    expect(entity).toMatchObject({ kind: 'conference', name: '32nd Diplomatic Conference' });
    expect(entity.statements.nodes).toHaveLength(20);
    for (const { citations } of entity.statements.nodes) expect(citations).not.toEqual([]);
  },
  FindEntities({ search }) {
    const { node } = search.edges[0];
    expect(node.id).toBe('person:bui-thanh-son');
    expect(node.holdsOffice.nodes).toContainEqual({
      id: 'office:bo-truong-ngoai-giao',
      name: 'Minister of Foreign Affairs of Viet Nam',
    });
  },
  NineDirections({ directions }) {
    expect(directions.nodes.map(({ ordinal }: Data) => ordinal)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect(directions.nodes[1]).toMatchObject({
      implements: { nodes: [{ id: 'document:chi-thi-25' }] },
      summary: { nodes: [{ citations: [{ source: { id: 'source:giai-doan-moi-doi-ngoai' } }] }] },
    });
  },
  Partnerships({ partnerships }) {
    const australia = partnerships.nodes.find(
      ({ id }: Data) => id === 'partnership:viet-nam-australia',
    );
    expect(australia).toMatchObject({
      act: { label: 'raised' },
      level: { label: 'Comprehensive Strategic Partnership' },
      date: '2024',
      statements: {
        nodes: [
          { citations: [{ source: { id: 'source:tong-ket-ngoai-giao-2024' }, paragraph: 4 }] },
        ],
      },
    });
  },
  WhatSurrounds({ neighborhood }) {
    const ids = neighborhood.nodes.map(({ entity }: Data) => entity.id);
    expect(ids[0]).toBe('document:chi-thi-25');
    expect(ids).toContain('body:ban-bi-thu');
    for (const { subject, value } of neighborhood.edges) {
      expect(ids).toEqual(expect.arrayContaining([subject.id, value.entity.id]));
    }
    expect(neighborhood.truncated).toEqual({ reason: 'DEPTH', bound: 1 });
  },
};

describe('the operations that come with the program', async () => {
  const { all } = await openOperations();
  const local = await openLocally({
    graphData: packagePath('graph-data'),
    cacheFolder: join(tmpdir(), `caytre-facts-${process.pid}`),
  });
  if (!local.ok) throw new Error(JSON.stringify(local.problems));

  it('are each asked for what they must find', () => {
    expect(Object.keys(facts)).toEqual(all.map(({ name }) => name));
  });

  it.each(all.map((operation) => [operation.name, operation] as const))(
    '%s finds it',
    async (name, { document, variables }) => {
      const answer = await local.ask({ query: document, variables, language: 'en' });
      expect(answer.errors).toBeUndefined();
      facts[name]!(answer.data);
    },
  );
});
