import { EntityName, type NamedEntity } from './entity-name.tsx';
import type { StatementShown } from './statement.tsx';

interface ValueShown {
  readonly label: string;
  readonly entity?: NamedEntity;
  readonly url?: string;
}

interface QualifierShown {
  readonly name: string;
  readonly label: string;
  readonly value: ValueShown;
}

/** A statement with its parts, as the operations ask for it in their fragment `Spelled`. */
export interface SpelledShown extends StatementShown {
  readonly property: string;
  readonly propertyLabel: string;
  readonly subject: NamedEntity;
  readonly value: ValueShown;
  readonly qualifiers: readonly QualifierShown[];
}

/** A value as people write it: an entity or an address is a link. */
export function StatedValue({ value }: { readonly value: ValueShown }) {
  if (value.entity !== undefined) return <EntityName entity={value.entity} />;
  if (value.url !== undefined) {
    return (
      <a class="away" href={value.url} target="_blank" rel="noreferrer">
        {value.label}
      </a>
    );
  }
  return <>{value.label}</>;
}

/** What narrows a statement, in a small line behind it: when, as what, where. */
export function Qualifiers({ of }: { readonly of: readonly QualifierShown[] }) {
  if (of.length === 0) return null;
  return (
    <span class="qualifiers">
      {of.map(({ name, label, value }, index) => (
        <span key={name}>
          {index > 0 && '; '}
          {label}: <StatedValue value={value} />
        </span>
      ))}
    </span>
  );
}

interface OtherEndProps {
  readonly statement: SpelledShown;
  /** The end that is shown: the other one is told by what it stands below. */
  readonly end: 'value' | 'subject';
}

/** A statement as its other end: the value below its property, or the subject below the inverse of it; with its qualifiers. */
export function OtherEnd({ statement, end }: OtherEndProps) {
  const { value, subject, qualifiers } = statement;
  return (
    <>
      {end === 'value' ? <StatedValue value={value} /> : <EntityName entity={subject} />}{' '}
      <Qualifiers of={qualifiers} />
    </>
  );
}
