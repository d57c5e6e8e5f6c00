import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLocally } from '../../src/server/local.ts';
import { openOperations } from '../../src/server/operations.ts';
import { packagePath } from '../../src/server/package.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into whatever the answer holds
type Data = any;

/** What each operation, asked with its example in English, must find. */
const facts: Readonly<Record<string, (data: Data) => void>> = {
  Around({ neighborhood }) {
    const near = neighborhood.nodes.map(({ distance, entity }: Data) => [distance, entity.id]);
    expect(near).toContainEqual([1, 'partnership:viet-nam-nhat-ban']);
    expect(near).toContainEqual([2, 'country:vnm']);
  },
  ArticleStatements({ statements }) {
    expect(statements.totalCount).toBeGreaterThan(200);
    for (const { citations } of statements.nodes) {
      expect(citations).toContainEqual(
        expect.objectContaining({ source: { id: 'source:be-mac-hoi-nghi-ngoai-giao-31' } }),
      );
    }
  },
  CitationsOf({ nodes }) {
    const [{ text, citations }] = nodes;
    expect(text).toContain('number of sessions');
    expect(citations[0]).toMatchObject({ paragraph: 12, evidence: ['20 phiên họp'] });
  },
  ConferencesCompared({ conferences }) {
    const [first, second] = conferences.nodes;
    expect(first).toMatchObject({ ordinal: 31, endDate: '2021-12-18' });
    expect(first.adopts.nodes.map(({ id }: Data) => id)).toContain(
      'document:nghi-quyet-hoi-nghi-ngoai-giao-31',
    );
    expect(first.parts.nodes).toContainEqual({
      id: 'session:phien-be-mac-hoi-nghi-ngoai-giao-31',
      name: 'Closing session of the 31st Diplomatic Conference',
      chairedBy: { nodes: [{ id: 'person:bui-thanh-son', name: 'Bui Thanh Son' }] },
    });
    expect(second).toMatchObject({
      ordinal: 32,
      startDate: '2023-12-19',
      format: { label: 'in person and online' },
    });
  },
  CountsByKind({ entities }) {
    expect(entities.totalCount).toBe(2);
    expect(entities.facets.kinds).toContainEqual({
      ...{ key: 'partnership', label: 'Partnership', count: 1 },
    });
  },
  CountsByValue({ entities }) {
    expect(entities.facets.values).toContainEqual({
      ...{ key: 'strategic', label: 'Strategic Partnership', count: 1 },
    });
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
  Drawing({ drawing }) {
    const { entities, edges } = drawing;
    expect(entities.ids[0]).toBe('country:vnm');
    expect([entities.kinds[0], entities.names[0]]).toEqual(['country', 'Viet Nam']);
    expect(entities.degrees).toEqual(entities.degrees.toSorted((a: number, b: number) => b - a));
    expect(entities.ids).toHaveLength(drawing.totalCount);
    const joins = edges.properties.map((property: string, edge: number) => [
      entities.ids[edges.subjects[edge]],
      property,
      entities.ids[edges.objects[edge]],
    ]);
    expect(joins).toContainEqual([
      'person:bui-thanh-son',
      'holdsOffice',
      'office:bo-truong-ngoai-giao',
    ]);
    expect(drawing.truncated).toBeNull();
  },
  DrawingAround({ neighborhood }) {
    const ids = neighborhood.nodes.map(({ entity }: Data) => entity.id);
    expect(ids[0]).toBe('country:jpn');
    expect(ids).toHaveLength(3);
    for (const { subject, value, citations } of neighborhood.edges) {
      expect(ids).toEqual(expect.arrayContaining([subject.id, value.entity.id]));
      expect(citations).not.toEqual([]);
    }
    expect(neighborhood.truncated).toEqual({ reason: 'DEPTH', bound: 1 });
  },
  DrawingMeasures({ drawing, communities }) {
    const { ids, communities: places, pageRanks } = drawing.entities;
    expect(Math.max(...pageRanks)).toBe(pageRanks[ids.indexOf('country:vnm')]);
    const [largest] = communities.nodes;
    expect(places.filter((place: number | null) => place === 0)).toHaveLength(largest.size);
  },
  EntitiesOnSourceAlone({ entity }) {
    const { totalCount, nodes } = entity.alone.entities;
    expect(totalCount).toBeGreaterThan(50);
    expect(nodes).toHaveLength(20);
  },
  EntityCard({ entity }) {
    expect(entity).toMatchObject({ kind: 'person', name: 'Bui Thanh Son' });
    expect(entity.community.label).toMatch(/^Around /);
    expect(entity.relations.totalCount).toBe(entity.degree);
    const told = [
      ...entity.statements.nodes,
      ...entity.relations.edges.map((e: Data) => e.statement),
    ];
    for (const { citations } of told) expect(citations).not.toEqual([]);
    expect(told.map(({ text }: Data) => text)).toContain(
      'Bui Thanh Son holds the office of Deputy Prime Minister of Viet Nam (at: 6 January 2025)',
    );
  },
  EntityFigures({ entity }) {
    expect(entity.metrics.totalCount).toBe(entity.metrics.nodes.length);
    const series = entity.metrics.nodes.flatMap(({ series }: Data) => series.nodes);
    expect(series).not.toEqual([]);
    for (const { label, statement } of series) {
      expect(label).toMatch(/\d/);
      expect(statement.citations).not.toEqual([]);
    }
  },
  EntityList({ entities }) {
    expect(entities.totalCount).toBe(9);
    expect(entities.nodes[0]).toMatchObject({ id: 'direction:phuong-huong-1', kind: 'direction' });
    expect(entities.pageInfo.hasNextPage).toBe(false);
  },
  EntityOutline({ entity, said, named, about, disagreements }) {
    expect(entity.names).toMatchObject({ en: '31st Diplomatic Conference' });
    const sum = ({ facets }: Data) =>
      facets.properties.reduce((total: number, { count }: Data) => total + count, 0);
    expect(sum(said)).toBe(entity.statements.totalCount);
    expect(sum(named)).toBe(entity.relations.totalCount);
    expect(about.totalCount).toBe(sum(said) + sum(named));
    expect(about.facets.sources.length).toBeGreaterThan(2);
    expect(disagreements.nodes[0]).toMatchObject({ kind: 'CONTRADICTION' });
    const disputed = entity.statements.nodes.filter((one: Data) => one.disagreements.length > 0);
    expect(disputed.map(({ value }: Data) => value.label)).toEqual(['9 sessions', '20 sessions']);
  },
  EntityRows({ entities }) {
    expect(entities.totalCount).toBe(9);
    const begins = entities.nodes.map((node: Data) => node.begins);
    expect(begins).toEqual(begins.toSorted());
    expect(
      entities.nodes.find(({ id }: Data) => id === 'partnership:viet-nam-brazil'),
    ).toMatchObject({ level: { term: 'strategic' } });
    expect(entities.facets.sources).not.toEqual([]);
  },
  EntityTimeline({ entity }) {
    const dates = entity.timeline.nodes.map(({ date }: Data) => date);
    expect(dates.length).toBeGreaterThan(0);
    expect(dates).toEqual([...dates].sort());
  },
  Figures({ metrics, ontology }) {
    const [{ series }] = metrics.nodes;
    expect(series.nodes.map(({ amount, label }: Data) => [amount, label])).toEqual([
      [193, '193 countries'],
      [194, '194 countries'],
    ]);
    for (const { statement } of series.nodes) expect(statement.citations).not.toEqual([]);
    expect(ontology.vocabularies.map(({ name }: Data) => name)).toContain('approximation');
  },
  FiguresAbout({ observations, metrics }) {
    expect(observations.totalCount).toBe(observations.nodes.length);
    expect(metrics.totalCount).toBe(metrics.nodes.length);
    for (const { observationOf } of observations.nodes) expect(observationOf.nodes).not.toEqual([]);
  },
  FindEntities({ search }) {
    const { node } = search.edges[0];
    expect(node.id).toBe('person:bui-thanh-son');
    // Each once, however many articles show him in it.
    expect(node.offices.nodes).toEqual([
      { id: 'office:bo-truong-ngoai-giao', name: 'Minister of Foreign Affairs of Viet Nam' },
      { id: 'office:pho-thu-tuong', name: 'Deputy Prime Minister of Viet Nam' },
    ]);
  },
  HowConnected({ paths }) {
    expect(paths.truncated).toBeNull();
    expect(paths.paths.map(({ length }: Data) => length)).toEqual([4, 4, 5]);
    const { hops } = paths.paths[0];
    expect(hops.map(({ to }: Data) => to.id)).toEqual([
      'diplomacy:doi-ngoai-da-phuong',
      'task:trien-khai-doi-ngoai-2024',
      'partnership:viet-nam-brazil',
      'country:bra',
    ]);
    for (const { statement } of hops) expect(statement.citations).not.toEqual([]);
  },
  InCommon({ commonNeighbors }) {
    const resolution = commonNeighbors.edges.find(
      ({ node }: Data) => node.id === 'document:nghi-quyet-dai-hoi-xiii',
    );
    expect(resolution.statements.map(({ text }: Data) => text)).toEqual([
      '31st Diplomatic Conference implements Resolution of the 13th Party Congress',
      '32nd Diplomatic Conference implements Resolution of the 13th Party Congress',
    ]);
  },
  KindTimes({ ontology }) {
    expect(ontology.kinds.find(({ name }: Data) => name === 'partnership').time).toEqual({
      sort: 'MOMENT',
      start: ['date', 'periodStart'],
      end: ['date', 'periodEnd'],
    });
  },
  Kinds({ ontology }) {
    expect(ontology.kinds[0]).toEqual({
      name: 'person',
      label: 'Person',
      description: 'A human being: leader, diplomat, author, photographer.',
    });
    expect(ontology.kinds.map(({ name }: Data) => name)).toContain('partnership');
  },
  MetricSeries({ entity }) {
    expect(entity.series.nodes.map(({ to, amount }: Data) => [to, amount])).toEqual([
      ['2023-12-19', 193],
      ['2024', 194],
    ]);
  },
  Moments({ timeline }) {
    expect(timeline.totalCount).toBeGreaterThan(100);
    expect(timeline.nodes[0].date).toBe('2045');
  },
  MonthsOfChange({ aggregate }) {
    const months = aggregate.rows.map(({ group1 }: Data) => group1);
    expect(months).toEqual(expect.arrayContaining(['2021-12', '2024', '2021-12/2023-12']));
  },
  Names({ nodes }) {
    expect(nodes).toEqual([
      expect.objectContaining({ id: 'country:jpn', kind: 'country', name: 'Japan' }),
      expect.objectContaining({ id: 'person:bui-thanh-son', name: 'Bui Thanh Son' }),
    ]);
  },
  NeighborhoodCited({ neighborhood, ontology }) {
    const ids = neighborhood.nodes.map(({ entity }: Data) => entity.id);
    expect(ids).toContain('body:ban-bi-thu');
    const issued = neighborhood.edges.find(({ subject }: Data) => subject.id === 'body:ban-bi-thu');
    expect(issued.citations[0]).toMatchObject({
      paragraph: 28,
      link: expect.stringMatching(/#:~:text=/),
    });
    expect(ontology.kinds).toContainEqual({ name: 'country', label: 'Country' });
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
  OfficeHolders({ offices }) {
    const holders = (id: string): unknown =>
      offices.nodes
        .find((office: Data) => office.id === id)
        .heldBy.edges.map(({ node, statement }: Data) => [
          node.id,
          statement.qualifiers[0].value.label,
        ]);
    expect(holders('office:bo-truong-ngoai-giao')).toEqual([
      ['person:bui-thanh-son', '19 December 2023'],
    ]);
    // The articles show him in it only in January 2025.
    expect(holders('office:pho-thu-tuong')).toEqual([]);
    expect(holders('office:thu-tuong')).toEqual([['person:pham-minh-chinh', 'December 2021']]);
  },
  Ontology({ ontology }) {
    expect(ontology.kinds.map(({ name }: Data) => name)).toContain('conference');
    expect(ontology.properties).toContainEqual(
      expect.objectContaining({
        name: 'chairs',
        label: 'chairs',
        valueType: 'ENTITY',
        inverse: { label: 'chaired by' },
      }),
    );
  },
  Overview({ dataset, sources }) {
    expect(dataset.version).toMatch(/^[0-9a-f]{64}$/);
    expect(dataset.counts).toMatchObject({ sources: 5 });
    const sum = (rows: Data): number =>
      rows.reduce((total: number, { count }: Data) => total + count, 0);
    expect(sum(dataset.entitiesByKind)).toBe(dataset.counts.entities);
    expect(sources.nodes.map(({ file }: Data) => file)).toContain('002_18522a379b6d908a.txt');
  },
  ParagraphStatements({ statements }) {
    expect(statements.totalCount).toBeGreaterThan(5);
    for (const { citations } of statements.nodes) {
      expect(citations).toContainEqual(
        expect.objectContaining({
          source: expect.objectContaining({ id: 'source:ngoai-giao-cay-tre' }),
          paragraph: 2,
        }),
      );
    }
  },
  PartnershipMap({ partnerships, countries, ontology }) {
    expect(partnerships.nodes.map(({ level }: Data) => level.term)).toEqual(
      Array(3).fill('comprehensive-strategic'),
    );
    for (const { statements, party } of partnerships.nodes) {
      expect(party.nodes.map(({ alpha3 }: Data) => alpha3)).toContain('VNM');
      for (const { citations } of statements.nodes) expect(citations).not.toEqual([]);
    }
    expect(countries.nodes).toContainEqual(expect.objectContaining({ alpha3: 'JPN' }));
    expect(
      ontology.vocabularies.find(({ name }: Data) => name === 'partnershipLevel').terms.at(-1).name,
    ).toBe('comprehensive-strategic');
  },
  PartnershipsAsOf({ partnerships }) {
    // Those raised in 2024 are not there yet.
    expect(partnerships.totalCount).toBe(3);
    expect(partnerships.facets.values).toEqual([
      {
        key: 'comprehensive-strategic',
        label: 'Comprehensive Strategic Partnership',
        count: 3,
      },
    ]);
  },
  PartnershipsByLevelAndYear({ aggregate }) {
    expect(aggregate.rows).toContainEqual({
      group1: 'strategic',
      label1: 'Strategic Partnership',
      group2: '2024',
      label2: '2024',
      value: 1,
      count: 1,
    });
    expect(aggregate.rows.reduce((sum: number, { count }: Data) => sum + count, 0)).toBe(9);
    expect(aggregate.truncated).toBeNull();
  },
  PartnershipsRaised({ partnerships }) {
    expect(partnerships.nodes.map(({ id }: Data) => id).toSorted()).toEqual([
      'partnership:viet-nam-han-quoc',
      'partnership:viet-nam-my',
      'partnership:viet-nam-nhat-ban',
    ]);
    for (const { statements } of partnerships.nodes) {
      const levels = statements.nodes.filter(({ text }: Data) => text.includes('level:'));
      expect(levels[0].citations).toContainEqual(
        expect.objectContaining({
          paragraph: 7,
          link: expect.stringMatching(/#:~:text=/),
        }),
      );
    }
  },
  References({ nodes }) {
    const [source, statement] = nodes;
    expect(source.apa).toContain('Phát huy bản sắc');
    expect(source.bibtex).toMatch(/^@misc\{ngoai-giao-cay-tre,/);
    expect(statement.citations[0].apa).toMatch(/para\. 12/);
  },
  Related({ related }) {
    expect(related.edges[0].node.id).toBe('country:vnm');
    expect(related.edges[0].reason).toMatch(/^Both are joined to /);
  },
  RelationsMarked({ anniversaries }) {
    const countries = anniversaries.nodes.flatMap(({ party }: Data) =>
      party.nodes.map(({ alpha3 }: Data) => alpha3),
    );
    expect(countries).toEqual(expect.arrayContaining(['VNM', 'IND', 'KHM', 'LAO']));
    expect(anniversaries.nodes[0].statements.nodes[0].citations).not.toEqual([]);
  },
  RelationsTold({ entity }) {
    expect(entity.relations.totalCount).toBe(33);
    expect(entity.relations.edges).toHaveLength(10);
    expect(entity.relations.pageInfo.hasNextPage).toBe(true);
    for (const { statement } of entity.relations.edges) expect(statement.citations).not.toEqual([]);
  },
  RestsOnSourceAlone({ entity }) {
    expect(entity.alone.statements.totalCount).toBeGreaterThan(100);
    expect(entity.alone.entities.nodes.map(({ id }: Data) => id)).toContain(
      'document:van-kien-doi-ngoai-nhiem-ky-xiii',
    );
  },
  SourceContents({ entity }) {
    expect(entity).toMatchObject({ file: '004_38479430ac5204f4.txt', paragraphs: 11 });
    expect(entity.apa).toMatch(/^Minh Thu\. \(n\.d\.\)\./);
    expect(entity.bibtex).toMatch(/^@misc\{/);
    expect(entity.contents.nodes.map(({ number }: Data) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(entity.contents.nodes[0].statements.nodes.map(({ text }: Data) => text)).toContain(
      'Pham Minh Chinh holds the office of Prime Minister of Viet Nam (at: 6 January 2025)',
    );
  },
  SourceParagraphs({ entity }) {
    expect(entity.contents.totalCount).toBe(entity.paragraphs);
    expect(entity.contents.nodes.map(({ number }: Data) => number)).toEqual(
      Array.from({ length: entity.paragraphs }, (_, index) => index + 1),
    );
    for (const { statements } of entity.contents.nodes) {
      expect(statements.nodes.length).toBe(Math.min(statements.totalCount, 12));
    }
  },
  Sources({ sources, shared, byKind }) {
    expect(sources.totalCount).toBe(5);
    for (const { id, alone, apa } of sources.nodes) {
      expect(apa).not.toBe('');
      const own = shared.rows.find((row: Data) => row.group1 === id && row.group2 === id);
      expect(alone.statements.totalCount).toBeLessThanOrEqual(own.count);
      expect(byKind.rows.some((row: Data) => row.group1 === id)).toBe(true);
    }
    expect(shared.truncated).toBeNull();
  },
  StandOut({ ranking, communities }) {
    expect(ranking.edges[0]).toMatchObject({ position: 1, node: { id: 'country:vnm' } });
    expect(communities.nodes[0].size).toBeGreaterThanOrEqual(communities.nodes[1].size);
    expect(communities.nodes[0].label).toMatch(/^Around /);
  },
  StandingAsOf({ dataset, partnerships }) {
    expect(partnerships.totalCount).toBe(3);
    expect(dataset.entitiesByKind).toContainEqual({
      key: 'partnership',
      label: 'Partnership',
      count: 3,
    });
  },
  StateAsOf({ dataset, partnerships, offices, metrics }) {
    expect(partnerships.totalCount).toBe(9);
    for (const { statements } of partnerships.nodes) {
      expect(statements.nodes[0].citations).not.toEqual([]);
    }
    expect(
      offices.nodes.find(({ id }: Data) => id === 'office:bo-truong-ngoai-giao').heldBy.edges[0]
        .node.id,
    ).toBe('person:bui-thanh-son');
    const relations = metrics.nodes.find(
      ({ id }: Data) => id === 'metric:nuoc-co-quan-he-ngoai-giao',
    );
    expect(relations.series.nodes.map(({ label }: Data) => label)).toEqual([
      ...['193 countries', '194 countries'],
    ]);
    expect(dataset.entitiesByKind).toContainEqual(
      expect.objectContaining({ key: 'partnership', count: 9 }),
    );
  },
  Statement({ node }) {
    expect(node).toMatchObject({
      text: '31st Diplomatic Conference – number of sessions: 20 sessions',
      property: 'sessionCount',
      value: { label: '20 sessions' },
    });
    expect(node.citations[0]).toMatchObject({ paragraph: 12, evidence: ['20 phiên họp'] });
    const [rivalry] = node.disagreements;
    expect(rivalry.statements.map(({ value }: Data) => value.label)).toEqual([
      '9 sessions',
      '20 sessions',
    ]);
  },
  StatementsBySourceAndKind({ aggregate }) {
    expect(aggregate.rows[0]).toMatchObject({
      group1: 'source:tong-ket-ngoai-giao-2024',
      group2: 'task',
      label2: 'Task',
    });
    expect(aggregate.rows).toHaveLength(aggregate.totalCount);
  },
  StatementsCited({ statements }) {
    expect(statements.totalCount).toBeGreaterThan(statements.nodes.length);
    for (const { subject, value, citations } of statements.nodes) {
      expect([subject.name, value.label]).not.toContain('');
      for (const { evidence } of citations) expect(evidence).not.toEqual([]);
    }
  },
  StatementsFound({ statements }) {
    for (const { subject, value, citations } of statements.nodes) {
      expect([subject.id, value.entity?.id]).toContain('direction:phuong-huong-1');
      expect(citations).not.toEqual([]);
    }
    expect(statements.facets.properties).toContainEqual(
      expect.objectContaining({ key: 'basedOn', count: 2 }),
    );
  },
  StatementsNaming({ entity }) {
    expect(entity.relations.totalCount).toBeGreaterThan(10);
    for (const { statement } of entity.relations.edges) {
      expect(statement).toMatchObject({
        property: 'party',
        value: { entity: { id: 'country:vnm' } },
        subject: { kind: expect.stringMatching(/partnership|agreement|anniversary/) },
      });
    }
  },
  StatementsOf({ entity }) {
    expect(entity.statements.nodes.map(({ value }: Data) => value.entity.id)).toContain(
      'document:nghi-quyet-hoi-nghi-ngoai-giao-31',
    );
  },
  Suggest({ suggest }) {
    // The series is called so short; then the best connected of its conferences.
    expect(suggest.slice(0, 2)).toMatchObject([
      { text: 'Hội nghị Ngoại giao', entity: { id: 'series:hoi-nghi-ngoai-giao' } },
      {
        text: 'Hội nghị Ngoại giao lần thứ 32',
        entity: { id: 'conference:hoi-nghi-ngoai-giao-32' },
      },
    ]);
  },
  Timeline({ timeline }) {
    const dates = timeline.nodes.map(({ date }: Data) => date);
    expect(dates).toEqual(dates.toSorted());
    expect(timeline.nodes).toContainEqual(
      expect.objectContaining({
        date: '2024',
        precision: 'YEAR',
        statement: expect.objectContaining({
          subject: expect.objectContaining({ id: 'partnership:viet-nam-brazil' }),
        }),
      }),
    );
  },
  TimelineEntries({ timeline }) {
    const dates = timeline.nodes.map(({ date }: Data) => date);
    expect(dates).toEqual(dates.toSorted().toReversed());
    for (const { statement } of timeline.nodes) expect(statement.citations).not.toEqual([]);
    expect(timeline.nodes.map(({ statement }: Data) => statement.subject)).toContainEqual(
      expect.objectContaining({
        id: 'partnership:viet-nam-my',
        begins: '2021-12',
        ends: '2023-12',
      }),
    );
  },
  TraceDocument({ trace }) {
    const found = trace.edges.map(({ flow, node, path }: Data) => [flow, node.id, path.length]);
    expect(found).toContainEqual(['FORWARD', 'conference:hoi-nghi-ngoai-giao-32', 1]);
    expect(found).toContainEqual(['FORWARD', 'direction:phuong-huong-2', 3]);
    expect(found).toContainEqual(['FORWARD', 'task:trien-khai-doi-ngoai-2024', 2]);
    for (const { path } of trace.edges) {
      for (const { statement } of path.hops) expect(statement.citations).not.toEqual([]);
    }
  },
  Vocabularies({ ontology }) {
    const levels = ontology.vocabularies.find(({ name }: Data) => name === 'partnershipLevel');
    expect(levels.terms).toContainEqual({ name: 'strategic', label: 'Strategic Partnership' });
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
