import { literalLabel } from '../ontology/labels/literal.ts';
import type { Language, Statement, Value } from '../ontology/model.ts';
import type { RequestContext } from './context.ts';
import { knownEntity } from './known.ts';
import { after, type Later, ofEach } from './later.ts';

/** A value as people write it in a language. */
export function valueLabel(
  value: Value,
  language: Language,
  context: RequestContext,
): Later<string> {
  return value.type === 'entity'
    ? after(knownEntity(value.id, context), ({ names }) => names[language])
    : literalLabel(value, language, context.ontology);
}

/** A whole statement in a line: subject, property, value, and the qualifiers in brackets. */
export function statementText(
  statement: Statement,
  language: Language,
  context: RequestContext,
): Later<string> {
  const { ontology } = context;
  const property = ontology.properties.get(statement.property)!;
  const qualifiers = Object.entries(statement.qualifiers);
  return after(
    ofEach<Value, string>(
      [
        { type: 'entity', id: statement.subject },
        statement.value,
        ...qualifiers.map(([, value]) => value),
      ],
      (value) => valueLabel(value, language, context),
    ),
    ([subject, value, ...details]) => {
      const said = property.label[language];
      const core =
        property.type === 'entity'
          ? `${subject} ${placed(said, value!)}`
          : `${subject} – ${said}: ${value}`;
      const brackets = qualifiers.map(
        ([name], index) => `${ontology.qualifiers.get(name)!.label[language]}: ${details[index]}`,
      );
      return brackets.length === 0 ? core : `${core} (${brackets.join('; ')})`;
    },
  );
}

/** Some Vietnamese labels say with `…` where the object goes: “do … đề ra”. */
const placed = (label: string, object: string): string =>
  label.includes('…') ? label.replace('…', () => object) : `${label} ${object}`;
