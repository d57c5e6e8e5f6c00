import { describe, expect, test } from 'vitest';
import { ontologyFromPlain, plainOntology } from '../../src/ontology/plain.ts';
import { readOntology } from '../../src/ontology/read.ts';
import { readYaml } from '../../src/util/yaml-text.ts';
import { ontologyYaml } from '../data/small.ts';

const unexpected = (code: string): never => {
  throw new Error(code);
};
const { ontology } = readOntology(readYaml(ontologyYaml).document.toJS(), unexpected);

describe('readOntology', () => {
  test('resolves a relation with its inverse', () => {
    expect(ontology.properties.get('holdsOffice')).toEqual({
      name: 'holdsOffice',
      label: { vi: 'giữ chức', en: 'holds office' },
      description: { vi: 'Người giữ chức vụ.', en: 'A person holds an office.' },
      type: 'entity',
      subjects: ['person'],
      objects: ['office'],
      vocabulary: null,
      inverse: {
        name: 'heldBy',
        label: { vi: 'do … giữ', en: 'held by' },
        values: 'one-at-a-time',
      },
      values: 'many',
      qualifiers: ['from', 'to'],
      compare: null,
      flow: null,
    });
    expect(ontology.properties.get('chairs')?.inverse?.values).toBe('many');
  });

  test('resolves literals, qualifiers and vocabularies, in their written order', () => {
    expect(ontology.properties.get('format')).toMatchObject({
      type: 'term',
      vocabulary: 'format',
      objects: [],
      inverse: null,
    });
    expect(ontology.properties.get('summary')).toMatchObject({ type: 'text', subjects: null });
    expect(ontology.qualifiers.get('capacity')).toMatchObject({
      type: 'entity',
      objects: ['office'],
    });
    expect([...ontology.qualifiers.keys()]).toEqual(['from', 'to', 'capacity', 'scope']);
    expect([...ontology.vocabularies.get('format')!.terms]).toEqual([
      ['in-person', { vi: 'trực tiếp', en: 'in person' }],
      ['online', { vi: 'trực tuyến', en: 'online' }],
    ]);
    expect(ontology.kinds.get('office')?.attributes).toEqual(['shared']);
  });

  test('resolves how a kind lies in time, and what comes of what', () => {
    const timed = ontologyYaml
      .replace(
        'en: One edition of a conference. }\n',
        '$&    time: { sort: span, start: [startDate] }\n',
      )
      .replace('    values: many\n    qualifiers: [capacity]\n', '$&    flow: forward\n');
    const { kinds, properties } = readOntology(
      readYaml(timed).document.toJS(),
      unexpected,
    ).ontology;
    expect(kinds.get('conference')?.time).toEqual({ sort: 'span', start: ['startDate'], end: [] });
    expect(kinds.get('person')?.time).toBeNull();
    expect(properties.get('chairs')?.flow).toBe('forward');
    expect(properties.get('startDate')?.flow).toBeNull();
    expect(Object.isFrozen(kinds.get('conference')?.time)).toBe(true);
  });

  test('gives what cannot be changed', () => {
    const kinds = ontology.kinds as Map<string, unknown>;
    expect(() => kinds.set('x', {})).toThrow(TypeError);
    expect(() => kinds.delete('person')).toThrow(TypeError);
    expect(() => kinds.clear()).toThrow(TypeError);
    expect(Object.isFrozen(ontology.properties.get('chairs')?.qualifiers)).toBe(true);
    expect(Object.isFrozen(ontology.vocabularies.get('format')?.terms.get('online'))).toBe(true);
  });

  test('goes through JSON and back', () => {
    const again = ontologyFromPlain(JSON.parse(JSON.stringify(plainOntology(ontology))));
    expect(plainOntology(again)).toEqual(plainOntology(ontology));
    expect(again.properties.get('chairs')).toEqual(ontology.properties.get('chairs'));
    expect(() => (again.kinds as Map<string, unknown>).set('x', {})).toThrow(TypeError);
  });
});
