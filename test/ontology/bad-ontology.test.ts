import { describe, expect, test } from 'vitest';
import { changed, problemsWith } from '../data/small.ts';

/** What is told of the small data with one part of its ontology replaced. */
const told = (from: string, to: string): Promise<readonly string[]> =>
  problemsWith(changed('ontology.yaml', from, to));

describe('ontology.yaml', () => {
  test('has keys and words that are not known', async () => {
    expect(
      await told('    attributes: [shared]', '    atributes: [shared]'),
    ).toMatchInlineSnapshot(`
      [
        "entities/office.yaml:3:91  ATTRIBUTE_NOT_ALLOWED  office:dai-su has "shared", which the kind office does not have.  →  Take it out, or list it under "attributes" of the kind in ontology.yaml.",
        "ontology.yaml:8:5  KEY_UNKNOWN  "atributes" is not a key of a kind.  →  Did you mean "attributes"? The keys are label, description, attributes, time, acts.",
      ]
    `);
    expect(await told('attributes: [shared]', 'attributes: [shard]')).toMatchInlineSnapshot(`
      [
        "entities/office.yaml:3:91  ATTRIBUTE_NOT_ALLOWED  office:dai-su has "shared", which the kind office does not have.  →  Take it out, or list it under "attributes" of the kind in ontology.yaml.",
        "ontology.yaml:8:18  WORD_UNKNOWN  Item 1 of "attributes" is "shard".  →  Did you mean "shared"? It must be one of codes, shared.",
      ]
    `);
    expect(await told('    value: integer', '    value: int')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:108:12  WORD_UNKNOWN  "value" is "int".  →  It must be one of text, string, integer, quantity, date, url, term.",
      ]
    `);
    expect(await told('values: one-at-a-time', 'values: one-at-once')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:63:76  WORD_UNKNOWN  "values" is "one-at-once".  →  It must be one of one, one-at-a-time, many.",
      ]
    `);
    expect(
      await told(
        '    values: many\n    qualifiers: [capacity]',
        '    values: many\n    qualifiers: [capacity]\n    flow: backwards',
      ),
    ).toMatchInlineSnapshot(`
      [
        "ontology.yaml:74:11  WORD_UNKNOWN  "flow" is "backwards".  →  Did you mean "backward"? It must be one of forward, backward.",
      ]
    `);
  });

  test('lacks labels and other keys', async () => {
    expect(await told('    label: { vi: Người, en: Person }\n', '')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:3:5  KEY_MISSING  "label" is missing in a kind.  →  Add it.",
      ]
    `);
    expect(await told('label: { vi: mã, en: code }', 'label: { vi: mã }')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:111:12  KEY_MISSING  "en" is missing in a text in both languages.  →  Add it.",
      ]
    `);
    expect(
      await told('    value: integer\n    values: one\n', '    value: integer\n'),
    ).toMatchInlineSnapshot(`
      [
        "ontology.yaml:105:5  KEY_MISSING  "values" is missing in a property.  →  Add it.",
      ]
    `);
    expect(await told('    vocabulary: format\n', '')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:90:3  KEY_MISSING  "vocabulary" is missing in an entry of the type term.  →  Add it.",
      ]
    `);
    expect(
      await told('    to: [office]\n    label: { vi: cương', '    label: { vi: cương'),
    ).toMatchInlineSnapshot(`
      [
        "ontology.yaml:29:3  KEY_MISSING  "to" is missing in a qualifier of the type entity.  →  Add it.",
      ]
    `);
  });

  test('refers to kinds, qualifiers, vocabularies and properties that it does not have', async () => {
    expect(
      await told('from: [person]\n    to: [office]', 'from: [persn]\n    to: [ofice]'),
    ).toMatchInlineSnapshot(`
      [
        "ontology.yaml:61:12  KIND_UNKNOWN  The ontology has no kind "persn".  →  Did you mean "person"? Mend the name, or add the kind to ontology.yaml.",
        "ontology.yaml:62:10  KIND_UNKNOWN  The ontology has no kind "ofice".  →  Did you mean "office"? Mend the name, or add the kind to ontology.yaml.",
      ]
    `);
    expect(await told('qualifiers: [from, to]', 'qualifiers: [form, to]')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:65:18  QUALIFIER_UNKNOWN  The ontology has no qualifier "form".  →  Did you mean "from"? Mend the name, or add the qualifier to ontology.yaml.",
      ]
    `);
    expect(await told('vocabulary: format', 'vocabulary: formats')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:95:17  VOCABULARY_UNKNOWN  The ontology has no vocabulary "formats".  →  Did you mean "format"? Mend the name, or add the vocabulary.",
      ]
    `);
    expect(
      await told(
        '    values: one\n    qualifiers: [scope]\n  ordinal',
        '    values: one\n    compare: { by: chair, period: [startDat], scope: [] }\n    qualifiers: [scope]\n  ordinal',
      ),
    ).toMatchInlineSnapshot(`
      [
        "ontology.yaml:103:20  PROPERTY_UNKNOWN  The ontology has no property "chair".  →  Did you mean "chairs"? Mend the name, or add the property to ontology.yaml.",
        "ontology.yaml:103:36  PROPERTY_UNKNOWN  The ontology has no property "startDat".  →  Did you mean "startDate"? Mend the name, or add the property to ontology.yaml.",
      ]
    `);
  });

  test('takes the time of a kind from what it cannot', async () => {
    const time = (written: string): Promise<readonly string[]> =>
      told(
        '    description: { vi: Một kỳ hội nghị., en: One edition of a conference. }\n',
        `    description: { vi: Một kỳ hội nghị., en: One edition of a conference. }\n    time: ${written}\n`,
      );
    expect(await time('{ sort: span, start: [startDate] }')).toEqual([]);
    // A literal of another type, and a relation.
    expect(
      await time('{ sort: span, start: [startDate, ordinal], end: [chairs] }'),
    ).toMatchInlineSnapshot(`
      [
        "ontology.yaml:16:44  TIME_NOT_A_DATE  The kind conference takes its time from ordinal, whose values are not dates.  →  Name properties of the type date.",
        "ontology.yaml:16:60  TIME_NOT_A_DATE  The kind conference takes its time from chairs, whose values are not dates.  →  Name properties of the type date.",
      ]
    `);
    expect(await time('{ sort: era, start: [startDat] }')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:16:19  WORD_UNKNOWN  "sort" is "era".  →  Did you mean "term"? It must be one of moment, span, term, record.",
        "ontology.yaml:16:32  PROPERTY_UNKNOWN  The ontology has no property "startDat".  →  Did you mean "startDate"? Mend the name, or add the property to ontology.yaml.",
      ]
    `);
    expect(await time('{ sort: span }')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:16:11  KEY_MISSING  "start" is missing in a time.  →  Add it.",
      ]
    `);
  });

  test('does not say whether a property is a relation', async () => {
    expect(await told('    value: integer\n', '')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:104:3  VALUE_TYPE_UNCLEAR  ordinal has neither "to" nor "value".  →  Give a relation "to" and a literal "value", one of the two.",
      ]
    `);
    expect(
      await told('    value: integer\n', '    to: any\n    value: integer\n'),
    ).toMatchInlineSnapshot(`
      [
        "ontology.yaml:104:3  VALUE_TYPE_UNCLEAR  ordinal has both "to" and "value".  →  Give a relation "to" and a literal "value", one of the two.",
      ]
    `);
  });

  test('has what does not go together', async () => {
    expect(
      await told('    value: integer\n', '    value: integer\n    vocabulary: format\n'),
    ).toMatchInlineSnapshot(`
      [
        "ontology.yaml:109:5  KEY_NOT_APPLICABLE  "vocabulary" does not apply to ordinal, whose values are not terms.  →  Take it out.",
      ]
    `);
    expect(
      await told(
        '    value: integer\n',
        '    value: integer\n    inverse: { name: numbers, label: { vi: số, en: numbers } }\n',
      ),
    ).toMatchInlineSnapshot(`
      [
        "ontology.yaml:109:5  KEY_NOT_APPLICABLE  "inverse" does not apply to ordinal, which is no relation.  →  Take it out.",
      ]
    `);
    expect(
      await told(
        '    value: integer\n    values: one\n',
        '    value: integer\n    values: one\n    flow: forward\n',
      ),
    ).toMatchInlineSnapshot(`
      [
        "ontology.yaml:110:5  KEY_NOT_APPLICABLE  "flow" does not apply to ordinal, which is no relation.  →  Take it out.",
      ]
    `);
    expect(await told('    type: text\n', '    type: text\n    to: any\n')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:36:5  KEY_NOT_APPLICABLE  "to" does not apply to scope, a qualifier of the type text.  →  Take it out.",
      ]
    `);
  });

  test('has a relation without a name from the other side, or with one that is taken', async () => {
    expect(
      await told(
        '    inverse: { name: chairedBy, label: { vi: do … chủ trì, en: chaired by } }\n',
        '',
      ),
    ).toMatchInlineSnapshot(`
      [
        "ontology.yaml:66:3  INVERSE_MISSING  The relation chairs has no "inverse".  →  Say what it is called from the object's side: inverse: { name, label }.",
      ]
    `);
    expect(await told('name: chairedBy', 'name: summary')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:71:22  INVERSE_NAME_TAKEN  The inverse name "summary" is taken by the property summary.  →  Choose another name.",
      ]
    `);
    expect(await told('name: chairedBy', 'name: heldBy')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:71:22  INVERSE_NAME_TAKEN  The inverse name "heldBy" is taken by the inverse of holdsOffice.  →  Choose another name.",
      ]
    `);
  });

  test('has names that cannot be names', async () => {
    const kind = await told(
      '  conference:\n    label: { vi: Hội',
      '  bigConference:\n    label: { vi: Hội',
    );
    expect(kind.filter((text) => text.includes('NAME'))).toMatchInlineSnapshot(`
      [
        "ontology.yaml:13:3  NAME_MALFORMED  The kind name "bigConference" is malformed.  →  Write lower-case ASCII letters.",
      ]
    `);
    expect(await told('  code:', '  Code:')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:110:3  NAME_MALFORMED  The property name "Code" is malformed.  →  Write ASCII letters and digits, beginning in lower case.",
      ]
    `);
    expect(await told('name: chairedBy', 'name: chaired-by')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:71:16  NAME_MALFORMED  The inverse name "chaired-by" is malformed.  →  Write ASCII letters and digits, beginning in lower case.",
      ]
    `);
    expect(await told('      in-person:', '      inPerson:')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:43:7  NAME_MALFORMED  The term name "inPerson" is malformed.  →  Write lower-case ASCII letters and digits joined by hyphens.",
      ]
    `);
  });

  test('lacks what the rest of the program needs', async () => {
    expect(await told('      exact: { vi: đúng, en: exactly }\n', '')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:1:1  ONTOLOGY_INCOMPLETE  The ontology lacks the term "exact", which a quantity has unless it says otherwise.  →  Add it.",
      ]
    `);
    expect(
      await told(
        '  unit:\n    label: { vi: Đơn vị, en: Unit }',
        '  units:\n    label: { vi: Đơn vị, en: Unit }',
      ),
    ).toMatchInlineSnapshot(`
      [
        "ontology.yaml:1:1  ONTOLOGY_INCOMPLETE  The ontology lacks the vocabulary "unit", which quantities need.  →  Add it.",
      ]
    `);
    expect(
      (await told('  source:\n    label', '  article:\n    label')).filter((text) =>
        text.includes('INCOMPLETE'),
      ),
    ).toMatchInlineSnapshot(`
      [
        "ontology.yaml:1:1  ONTOLOGY_INCOMPLETE  The ontology lacks the kind "source", of which every source file makes an entity.  →  Add it.",
      ]
    `);
  });

  test('is no map of sections', async () => {
    expect(await problemsWith({ 'ontology.yaml': 'kinds: [person]\n' })).toMatchInlineSnapshot(`
      [
        "ontology.yaml  NOT_CHECKED  Since this file could not be read in full, nothing was checked against the ontology.  →  Mend its other problems first, then check again.",
        "ontology.yaml:1  FILE_NOT_CANONICAL  From this line on the file is not written in the canonical form.  →  Run "caytre format", which rewrites it.",
        "ontology.yaml:1:1  KEY_MISSING  "properties" is missing in an ontology.  →  Add it.",
        "ontology.yaml:1:1  KEY_MISSING  "qualifiers" is missing in an ontology.  →  Add it.",
        "ontology.yaml:1:1  KEY_MISSING  "vocabularies" is missing in an ontology.  →  Add it.",
        "ontology.yaml:1:8  TYPE_WRONG  "kinds" is a list; it must be a map.  →  Write it so; a text that looks like a number, a date or true and false needs double quotes.",
      ]
    `);
    expect(await problemsWith({ 'ontology.yaml': 'kinds: [\n' })).toMatchInlineSnapshot(`
      [
        "ontology.yaml  NOT_CHECKED  Since this file could not be read in full, nothing was checked against the ontology.  →  Mend its other problems first, then check again.",
        "ontology.yaml:2:1  YAML_SYNTAX  This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ].  →  Mend the spelling at or just before this place.",
      ]
    `);
  });

  test('has a property of no clear type, whose uses are then not held against the sources', async () => {
    expect(await told('    to: [conference]\n', '')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:66:3  VALUE_TYPE_UNCLEAR  chairs has neither "to" nor "value".  →  Give a relation "to" and a literal "value", one of the two.",
      ]
    `);
  });
});
