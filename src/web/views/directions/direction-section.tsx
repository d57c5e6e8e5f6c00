import { useState } from 'preact/hooks';
import type { operations } from '../../../client/index.ts';
import { Citations } from '../../../pieces/citations.tsx';
import { formatNumber, type Words } from '../../../pieces/language.ts';
import { StatementLine } from '../../../pieces/statement.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { language } from '../../state/explorer.ts';
import {
  type Companion,
  companionsOf,
  type Direction,
  groupsOf,
  type Line,
  type Told,
} from './model.ts';
import { Trace } from './trace.tsx';

type Property = operations.OntologyQuery['ontology']['properties'][number];

const words: Words<'companions' | 'companionsWhat'> = {
  vi: {
    companions: 'Nhiệm vụ và quan hệ đối tác liên quan',
    companionsWhat: 'Cùng bàn đến hoặc góp phần vào điều mà phương hướng này liên quan.',
  },
  en: {
    companions: 'Tasks and partnerships connected to it',
    companionsWhat: 'They deal with, or contribute to, what this direction deals with.',
  },
};

interface DirectionSectionProps {
  readonly direction: Direction;
  readonly anchor: string;
  /** The statements about all directions. */
  readonly statements: readonly Told[];
  /** Statements of tasks and partnerships about what the directions deal with. */
  readonly others: readonly Told[];
  readonly properties: readonly Property[];
}

/** One direction, as a section of the page. */
export function DirectionSection(props: DirectionSectionProps) {
  const { direction, anchor, statements, others, properties } = props;
  const lang = language.value;
  const { id, ordinal, name, names, description } = direction;
  const other = lang === 'vi' ? 'en' : 'vi';
  const groups = groupsOf(
    id,
    statements,
    properties.map((property) => property.name),
  );
  const summaries = groups.find(({ property }) => property === 'summary')?.lines ?? [];
  // The number stands before the heading; who says so stands with the number.
  const numbered = groups.find(({ property }) => property === 'ordinal')?.lines ?? [];
  const labelOf = (property: string, isOwn: boolean): string => {
    const one = properties.find((each) => each.name === property);
    return (isOwn ? one?.label : one?.inverse?.label) ?? property;
  };
  return (
    <section class="direction" aria-labelledby={anchor}>
      <header>
        {ordinal != null && (
          <span class="ordinal" aria-hidden="true">
            {ordinal}
          </span>
        )}
        <div>
          <h3 id={anchor} tabIndex={-1}>
            {ordinal != null && <span class="hidden">{ordinal}. </span>}
            <EntityLink entity={{ id, name, kind: direction.kind }} />
          </h3>
          <p class="other-name" lang={other}>
            {names[other]}
          </p>
          {numbered.map(({ statement }) => (
            <Citations key={statement.id} citations={statement.citations} language={lang} />
          ))}
        </div>
      </header>
      {description && <p class="muted">{description}</p>}
      {summaries.map(({ statement }) => (
        <div class="summary" key={statement.id}>
          <StatementLine statement={statement} language={lang}>
            {statement.value.label}
          </StatementLine>
        </div>
      ))}
      <dl>
        {groups
          .filter(({ property }) => property !== 'summary' && property !== 'ordinal')
          .map(({ property, isOwn, lines }) => (
            <div key={`${property} ${isOwn}`}>
              <dt>{labelOf(property, isOwn)}</dt>
              {lines.map((line) => (
                <dd key={line.statement.id}>
                  <LineText line={line} />
                </dd>
              ))}
            </div>
          ))}
      </dl>
      <Companions companions={companionsOf(direction, statements, others)} />
      <Trace id={id} />
    </section>
  );
}

function LineText({ line: { statement, entity } }: { readonly line: Line }) {
  return (
    <StatementLine statement={statement} language={language.value}>
      {entity === undefined ? statement.value.label : <EntityLink entity={entity} />}
      {statement.qualifiers.length > 0 && (
        <span class="muted">
          {' '}
          ({statement.qualifiers.map(({ label, value }) => `${label}: ${value.label}`).join('; ')})
        </span>
      )}
    </StatementLine>
  );
}

const FEW = 6;

function Companions({ companions }: { readonly companions: readonly Companion[] }) {
  const [most, setMost] = useState(FEW);
  const lang = language.value;
  const say = words[lang];
  if (companions.length === 0) return null;
  const shown = companions.slice(0, most);
  return (
    <section class="companions">
      <h4>
        {say.companions} <span class="muted">({formatNumber(companions.length, lang)})</span>
      </h4>
      <p class="muted">{say.companionsWhat}</p>
      <ul>
        {shown.map(({ entity, statements }) => (
          <li key={entity.id}>
            <p class="companion">
              <EntityLink entity={entity} />
            </p>
            {statements.map((statement) => (
              <StatementLine key={statement.id} statement={statement} language={lang}>
                <span class="muted">{statement.propertyLabel}</span>{' '}
                {'entity' in statement.value ? (
                  <EntityLink entity={statement.value.entity} />
                ) : (
                  statement.value.label
                )}
              </StatementLine>
            ))}
          </li>
        ))}
      </ul>
      <Truncated
        shown={shown.length}
        of={companions.length}
        more={() => setMost(companions.length)}
        what={say.companions}
      />
    </section>
  );
}
