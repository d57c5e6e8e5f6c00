import { useId, useMemo, useState } from 'preact/hooks';
import { operations } from '../../../client/index.ts';
import type { Drawing } from '../../../pieces/drawing/drawing.ts';
import { relationCount } from '../../../pieces/drawing/words.ts';
import type { Words } from '../../../pieces/language.ts';
import { StatementLine } from '../../../pieces/statement.tsx';
import { fold } from '../../../util/fold.ts';
import { Answer } from '../../parts/answer.tsx';
import { KindMark } from '../../parts/kind-mark.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { language, view } from '../../state/explorer.ts';
import { useKindLabel } from '../../state/use-kinds.ts';
import { usePages } from '../../state/use-pages.ts';
import { select } from './actions.ts';
import { actionsOn, type EntityActions } from './chosen.tsx';
import { Icon } from './tools.tsx';
import { words as shared } from './words.ts';

const words: Words<'search' | 'none' | 'what' | 'relations' | 'noRelations' | 'about'> = {
  vi: {
    search: 'Tìm trong hình vẽ',
    none: 'Không có thực thể nào như vậy trong hình vẽ.',
    what: 'thực thể',
    relations: 'quan hệ',
    noRelations: 'Không có quan hệ nào.',
    about: 'Tất cả những gì hình vẽ thể hiện, nhiều liên kết nhất trước.',
  },
  en: {
    search: 'Find in the drawing',
    none: 'No such entity is in the drawing.',
    what: 'entities',
    relations: 'relations',
    noRelations: 'There are no relations.',
    about: 'All that the drawing shows, the best connected first.',
  },
};

const PAGE = 40;
const RELATIONS = 10;

interface TwinProps {
  readonly drawing: Drawing;
  /** The entities that are seen, the best connected first. */
  readonly shown: readonly number[];
  readonly actions: EntityActions;
  /** Emphasises an entity on the canvas while somebody is at it in the list. */
  readonly point: (id: string | undefined) => void;
}

/** All that is on the canvas, to be read and acted on: each entity, and what joins it to others, in words with citations. */
export function Twin({ drawing, shown, actions, point }: TwinProps) {
  const lang = language.value;
  const say = words[lang];
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(PAGE);
  const wanted = fold(query.trim());
  const folded = useMemo(() => drawing.names.map(fold), [drawing]);
  const found = wanted === '' ? shown : shown.filter((number) => folded[number]!.includes(wanted));
  return (
    <>
      <p class="small muted">{say.about}</p>
      <label class="search">
        {say.search}
        <input
          type="search"
          value={query}
          onInput={({ currentTarget }) => {
            setQuery(currentTarget.value);
            setMost(PAGE);
          }}
        />
      </label>
      {found.length === 0 && <p role="status">{say.none}</p>}
      <ul class="plain entities">
        {found.slice(0, most).map((number) => (
          <Entry
            key={drawing.ids[number]}
            id={drawing.ids[number]!}
            name={drawing.names[number]!}
            kind={drawing.kinds[number]!}
            degree={drawing.degrees[number]!}
            actions={actions}
            point={point}
          />
        ))}
      </ul>
      <Truncated
        shown={Math.min(most, found.length)}
        of={found.length}
        more={() => setMost(most + PAGE)}
        what={say.what}
      />
    </>
  );
}

interface EntryProps {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly degree: number;
  readonly actions: EntityActions;
  readonly point: (id: string | undefined) => void;
}

function Entry({ id, name, kind, degree, actions, point }: EntryProps) {
  const lang = language.value;
  const [isOpen, setOpen] = useState(false);
  const panel = useId();
  const label = useKindLabel(kind);
  const isSelected = view.value.selected === id;
  return (
    <li class={isSelected ? 'entity-entry selected' : 'entity-entry'}>
      <button
        type="button"
        class="disclose"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panel : undefined}
        onClick={() => setOpen(!isOpen)}
        onFocus={() => point(id)}
        onBlur={() => point(undefined)}
        onMouseEnter={() => point(id)}
        onMouseLeave={() => point(undefined)}
      >
        <KindMark kind={kind} />
        <span class="label">{name}</span>
        <span class="small muted">
          {label} · {relationCount(degree, lang)}
        </span>
      </button>
      {isOpen && (
        <div id={panel} class="opened">
          <div class="row">
            <button type="button" onClick={() => select(id)}>
              <Icon shape="open" />
              {shared[lang].open}
            </button>
            {actionsOn(id, actions).map(({ shape, label: what, act, pressed }) => (
              <button key={shape} type="button" aria-pressed={pressed} onClick={act}>
                <Icon shape={shape} />
                {what}
              </button>
            ))}
          </div>
          <Relations id={id} />
        </div>
      )}
    </li>
  );
}

/** What joins an entity to others, a page at a time. */
function Relations({ id }: { readonly id: string }) {
  const lang = language.value;
  const say = words[lang];
  const { asOf } = view.value;
  const { of, items, total, more, busy } = usePages(
    operations.RelationsTold,
    { id, first: RELATIONS, ...(asOf !== undefined && { asOf }) },
    ({ entity }) => entity?.relations,
  );
  return (
    <Answer of={of} isEmpty={() => items.length === 0} empty={say.noRelations}>
      {() => (
        <>
          <ul class="plain">
            {items.map(({ statement }) => (
              <li key={statement.id}>
                <StatementLine statement={statement} language={lang} />
              </li>
            ))}
          </ul>
          <Truncated shown={items.length} of={total} more={more} busy={busy} what={say.relations} />
        </>
      )}
    </Answer>
  );
}
