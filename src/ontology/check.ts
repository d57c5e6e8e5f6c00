import type { Report } from '../errors/report.ts';
import type { Path } from '../util/path.ts';
import { suggest } from '../util/suggestions.ts';
import type { WrittenKind, WrittenProperty, WrittenQualifier, written } from './shapes.ts';

type Written = NonNullable<ReturnType<typeof written>>;
type Section = 'kinds' | 'properties' | 'qualifiers' | 'vocabularies';

const camelCase = {
  form: 'ASCII letters and digits, beginning in lower case',
  is: /^[a-z][a-zA-Z0-9]*$/,
};
const lowerCase = { form: 'lower-case ASCII letters', is: /^[a-z]+$/ };
const hyphened = {
  form: 'lower-case ASCII letters and digits joined by hyphens',
  is: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
};

/** Reports what is wrong in an ontology though each entry has its right shape: names, references, what does not go together. */
export function checkWritten(content: Written, report: Report): void {
  const checker = new Checker(content, report);
  checker.names();
  for (const [name, kind] of content.kinds ?? []) {
    if (kind) checker.kind(name, kind);
  }
  for (const [name, qualifier] of content.qualifiers ?? []) {
    if (qualifier) checker.qualifier(name, qualifier);
  }
  for (const [name, property] of content.properties ?? []) {
    if (property) checker.property(name, property);
  }
  checker.inverses();
  checker.completeness();
}

class Checker {
  readonly #content: Written;
  readonly #report: Report;

  constructor(content: Written, report: Report) {
    this.#content = content;
    this.#report = report;
  }

  names(): void {
    const { kinds, properties, qualifiers, vocabularies } = this.#content;
    for (const name of kinds?.keys() ?? []) this.#name('kind', name, lowerCase, ['kinds', name]);
    for (const name of properties?.keys() ?? []) {
      this.#name('property', name, camelCase, ['properties', name]);
    }
    for (const name of qualifiers?.keys() ?? []) {
      this.#name('qualifier', name, camelCase, ['qualifiers', name]);
    }
    for (const [name, vocabulary] of vocabularies ?? []) {
      this.#name('vocabulary', name, camelCase, ['vocabularies', name]);
      for (const term of vocabulary?.terms?.keys() ?? []) {
        this.#name('term', term, hyphened, ['vocabularies', name, 'terms', term]);
      }
    }
  }

  #name(what: string, name: string, { form, is }: typeof camelCase, path: Path): void {
    if (!is.test(name)) this.#report('NAME_MALFORMED', { name, what, form }, path, { end: 'key' });
  }

  kind(name: string, { time }: WrittenKind): void {
    for (const end of ['start', 'end'] as const) {
      const path = ['kinds', name, 'time', end];
      this.#known('properties', time?.[end], path);
      for (const [position, property] of (time?.[end] ?? []).entries()) {
        if (property === undefined) continue;
        const declared = this.#content.properties?.get(property);
        // One that is not declared, or so that its type is not clear, is reported for that.
        if (declared === undefined || declared.value === 'date') continue;
        if (declared.value === undefined && !('to' in declared)) continue;
        this.#report('TIME_NOT_A_DATE', { kind: name, property }, [...path, position]);
      }
    }
  }

  qualifier(name: string, qualifier: WrittenQualifier): void {
    const path = ['qualifiers', name];
    const { type, to, vocabulary } = qualifier;
    if (type === 'entity' && to === undefined)
      this.#missing('to', 'a qualifier of the type entity', path);
    if (type !== undefined && type !== 'entity' && to !== undefined) {
      this.#notApplicable('to', name, `a qualifier of the type ${type}`, path);
    }
    this.#vocabulary(name, type, vocabulary, path);
    this.#known('kinds', to, [...path, 'to']);
  }

  property(name: string, property: WrittenProperty): void {
    const path = ['properties', name];
    const { from, to, value, inverse, compare } = property;
    // `in`: one that is of the wrong type is there, and was reported.
    if ('to' in property === 'value' in property) {
      const found = 'to' in property ? 'both "to" and "value"' : 'neither "to" nor "value"';
      this.#report('VALUE_TYPE_UNCLEAR', { name, found }, path, { end: 'key' });
    } else if ('to' in property) {
      if (inverse === undefined)
        this.#report('INVERSE_MISSING', { property: name }, path, { end: 'key' });
      this.#vocabulary(name, 'entity', property.vocabulary, path);
    } else {
      if (inverse) this.#notApplicable('inverse', name, 'which is no relation', path);
      if (property.flow) this.#notApplicable('flow', name, 'which is no relation', path);
      this.#vocabulary(name, value, property.vocabulary, path);
    }
    this.#known('kinds', from, [...path, 'from']);
    this.#known('kinds', to, [...path, 'to']);
    this.#known('qualifiers', property.qualifiers, [...path, 'qualifiers']);
    if (compare?.by !== undefined)
      this.#reference('properties', compare.by, [...path, 'compare', 'by']);
    this.#known('properties', compare?.period, [...path, 'compare', 'period']);
    this.#known('properties', compare?.scope, [...path, 'compare', 'scope']);
  }

  #vocabulary(
    name: string,
    type: string | undefined,
    vocabulary: string | undefined,
    path: Path,
  ): void {
    if (vocabulary !== undefined) {
      if (type === 'term') this.#reference('vocabularies', vocabulary, [...path, 'vocabulary']);
      else if (type !== undefined) {
        this.#notApplicable('vocabulary', name, `whose values are not terms`, path);
      }
    } else if (type === 'term') this.#missing('vocabulary', 'an entry of the type term', path);
  }

  #missing(key: string, record: string, path: Path): void {
    this.#report('KEY_MISSING', { key, record }, path, { end: 'key' });
  }

  #notApplicable(key: string, name: string, why: string, path: Path): void {
    this.#report('KEY_NOT_APPLICABLE', { key, name, why }, [...path, key], { end: 'key' });
  }

  #known(
    section: Section,
    names: readonly (string | undefined)[] | null | undefined,
    path: Path,
  ): void {
    for (const [position, name] of (names ?? []).entries()) {
      if (name !== undefined) this.#reference(section, name, [...path, position]);
    }
  }

  #reference(section: Section, name: string, path: Path): void {
    const entries: ReadonlyMap<string, unknown> | undefined = this.#content[section];
    if (entries === undefined || entries.has(name)) return;
    const more = { suggestion: () => suggest(name, entries.keys()) };
    if (section === 'kinds') this.#report('KIND_UNKNOWN', { kind: name }, path, more);
    else if (section === 'properties')
      this.#report('PROPERTY_UNKNOWN', { property: name }, path, more);
    else if (section === 'qualifiers')
      this.#report('QUALIFIER_UNKNOWN', { qualifier: name }, path, more);
    else this.#report('VOCABULARY_UNKNOWN', { vocabulary: name }, path, more);
  }

  inverses(): void {
    const properties = this.#content.properties ?? new Map<string, WrittenProperty | undefined>();
    const taken = new Map([...properties.keys()].map((name) => [name, `the property ${name}`]));
    for (const [property, entry] of properties) {
      const name = entry?.inverse?.name;
      if (name === undefined) continue;
      const path = ['properties', property, 'inverse', 'name'];
      this.#name('inverse', name, camelCase, path);
      const other = taken.get(name);
      if (other === undefined) taken.set(name, `the inverse of ${property}`);
      else this.#report('INVERSE_NAME_TAKEN', { name, other }, path);
    }
  }

  completeness(): void {
    const { kinds, qualifiers, properties, vocabularies } = this.#content;
    const lacks = (what: string, name: string, why: string): void =>
      this.#report('ONTOLOGY_INCOMPLETE', { what, name, why }, []);
    if (kinds && !kinds.has('source'))
      lacks('kind', 'source', 'of which every source file makes an entity');
    const quantities =
      [...(properties?.values() ?? [])].some((property) => property?.value === 'quantity') ||
      [...(qualifiers?.values() ?? [])].some((qualifier) => qualifier?.type === 'quantity');
    if (!quantities || !vocabularies) return;
    for (const name of ['unit', 'approximation']) {
      if (!vocabularies.has(name)) lacks('vocabulary', name, 'which quantities need');
    }
    const approximations = vocabularies.get('approximation')?.terms;
    if (approximations && !approximations.has('exact')) {
      lacks('term', 'exact', 'which a quantity has unless it says otherwise');
    }
  }
}
