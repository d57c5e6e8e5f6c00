import { Citations } from '../../../pieces/citations.tsx';
import type { Words } from '../../../pieces/language.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { language } from '../../state/explorer.ts';
import { Jump } from './jump.tsx';
import { type Direction, type Shared, sharedBy, type Told } from './model.ts';

const words: Words<'all' | 'some' | 'none' | 'direction'> = {
  vi: {
    all: 'Tất cả các phương hướng cùng nối đến',
    some: 'Một số phương hướng cùng nối đến',
    none: 'Ngoài những điều trên, không có gì mà từ hai phương hướng trở lên cùng nối đến.',
    direction: 'Phương hướng',
  },
  en: {
    all: 'All directions are joined to',
    some: 'Some directions are joined to',
    none: 'Beyond this, there is nothing to which two directions or more are joined.',
    direction: 'Direction',
  },
};

interface ConnectionsProps {
  readonly heading: string;
  readonly directions: readonly Direction[];
  readonly statements: readonly Told[];
  readonly anchorOf: (id: string) => string;
}

/** Through what the directions hang together: what all of them are joined to, and what some are. */
export function Connections({ heading, directions, statements, anchorOf }: ConnectionsProps) {
  const say = words[language.value];
  const shared = sharedBy(directions, statements);
  const ofAll = shared.filter(({ by }) => by.length === directions.length);
  const ofSome = shared.filter(({ by }) => by.length < directions.length);
  return (
    <section class="connections" aria-labelledby="connections">
      <h3 id="connections" tabIndex={-1}>
        {heading}
      </h3>
      {ofAll.length > 0 && (
        <>
          <h4>{say.all}</h4>
          <SharedList shared={ofAll} anchorOf={anchorOf} />
        </>
      )}
      {ofSome.length > 0 ? (
        <>
          <h4>{say.some}</h4>
          <SharedList shared={ofSome} anchorOf={anchorOf} />
        </>
      ) : (
        <p class="muted">{say.none}</p>
      )}
    </section>
  );
}

interface SharedListProps {
  readonly shared: readonly Shared[];
  readonly anchorOf: (id: string) => string;
}

function SharedList({ shared, anchorOf }: SharedListProps) {
  const lang = language.value;
  const say = words[lang];
  return (
    <ul class="shared-list">
      {shared.map(({ entity, by }) => (
        <li key={entity.id}>
          <EntityLink entity={entity} />
          <ul>
            {by.map(({ direction, statements }) => (
              <li key={direction.id}>
                <Jump to={anchorOf(direction.id)} class="chip" title={direction.name}>
                  {say.direction} {direction.ordinal}
                </Jump>{' '}
                {[...new Set(statements.map(({ propertyLabel }) => propertyLabel))].join(', ')}
                <Citations
                  citations={statements.flatMap(({ citations }) => citations)}
                  language={lang}
                />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
