import { useMemo } from 'preact/hooks';
import { communityColour } from '../../../pieces/drawing/communities.ts';
import { type Drawing, partOf } from '../../../pieces/drawing/drawing.ts';
import { familyLabels } from '../../../pieces/drawing/words.ts';
import { colourVariable, type Family, families, familyOf } from '../../../pieces/kinds.ts';
import { formatNumber, type Words } from '../../../pieces/language.ts';
import { language, view } from '../../state/explorer.ts';
import { useKinds } from '../../state/use-kinds.ts';
import { colourings } from '../../state/view-state.ts';
import { setColouring, setKinds, toggleCommunity } from './actions.ts';
import type { KnownCommunities } from './use-communities.ts';
import { words } from './words.ts';

const more: Words<'kinds' | 'communities' | 'waiting' | 'filter' | 'others'> = {
  vi: {
    kinds: 'Các loại trong nhóm',
    communities: 'Cộng đồng: những thực thể gắn với nhau nhiều hơn với phần còn lại',
    waiting: 'Đang tính các cộng đồng…',
    filter: 'Bỏ chọn để ẩn khỏi hình vẽ.',
    others: 'Cộng đồng nhỏ và thực thể đứng riêng',
  },
  en: {
    kinds: 'Kinds in this group',
    communities: 'Communities: entities more joined to each other than to the rest',
    waiting: 'Computing the communities…',
    filter: 'Untick to leave out of the drawing.',
    others: 'Small communities and entities on their own',
  },
};

interface LegendProps {
  /** What there is to show, before filters. */
  readonly drawing: Drawing;
  /** The ids of those that are there as of the date; all are when not given. */
  readonly present: ReadonlySet<string> | undefined;
  readonly communities: KnownCommunities | undefined;
  readonly theme: 'light' | 'dark';
}

/** What colours mean, with counts; it filters by kind and by community, and says what nodes are coloured by. */
export function Legend({ drawing: whole, present, communities, theme }: LegendProps) {
  const drawing = useMemo(
    () => partOf(whole, (number) => present?.has(whole.ids[number]!) !== false),
    [whole, present],
  );
  const lang = language.value;
  const say = { ...words[lang], ...more[lang] };
  const { colour } = view.value;
  return (
    <>
      <fieldset class="choice">
        <legend>{say.colourBy}</legend>
        {colourings.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="colour"
              checked={colour === name}
              onChange={() => setColouring(name)}
            />
            {say[name]}
          </label>
        ))}
      </fieldset>
      <p class="small muted">{say.filter}</p>
      {colour === 'kind' ? (
        <FamilyList drawing={drawing} />
      ) : communities === undefined ? (
        <p role="status">{say.waiting}</p>
      ) : (
        <CommunityList drawing={drawing} communities={communities} theme={theme} />
      )}
    </>
  );
}

function countKinds(drawing: Drawing): ReadonlyMap<Family, ReadonlyMap<string, number>> {
  const counts = new Map<Family, Map<string, number>>();
  for (const family of Object.keys(families) as Family[]) counts.set(family, new Map());
  for (const kind of drawing.kinds) {
    const kinds = counts.get(familyOf(kind))!;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return counts;
}

function FamilyList({ drawing }: { readonly drawing: Drawing }) {
  const lang = language.value;
  const labels = useKinds();
  const { without } = view.value;
  return (
    <ul class="plain legend-list">
      {[...countKinds(drawing)]
        .filter(([, kinds]) => kinds.size > 0)
        .map(([family, kinds]) => {
          const names = [...kinds.keys()];
          const shown = names.filter((kind) => !without.includes(kind));
          const count = [...kinds.values()].reduce((sum, one) => sum + one, 0);
          return (
            <li key={family}>
              <label class="entry">
                <input
                  type="checkbox"
                  checked={shown.length > 0}
                  indeterminate={shown.length > 0 && shown.length < names.length}
                  onChange={({ currentTarget }) => setKinds(names, currentTarget.checked)}
                />
                <span
                  class="mark"
                  aria-hidden="true"
                  style={{ '--kind': `var(${colourVariable(names[0]!)})` }}
                />
                <span class="label">{familyLabels[lang][family]}</span>
                <span class="count">{formatNumber(count, lang)}</span>
              </label>
              {names.length > 1 && (
                <details>
                  <summary>
                    <span class="hidden">{`${more[lang].kinds}: ${familyLabels[lang][family]}`}</span>
                  </summary>
                  <ul class="plain">
                    {[...kinds]
                      .sort(([, one], [, other]) => other - one)
                      .map(([kind, number]) => (
                        <li key={kind}>
                          <label class="entry">
                            <input
                              type="checkbox"
                              checked={!without.includes(kind)}
                              onChange={({ currentTarget }) =>
                                setKinds([kind], currentTarget.checked)
                              }
                            />
                            <span class="label">{labels.get(kind)?.label ?? kind}</span>
                            <span class="count">{formatNumber(number, lang)}</span>
                          </label>
                        </li>
                      ))}
                  </ul>
                </details>
              )}
            </li>
          );
        })}
    </ul>
  );
}

function CommunityList({
  drawing,
  communities,
  theme,
}: {
  readonly drawing: Drawing;
  readonly communities: KnownCommunities;
  readonly theme: 'light' | 'dark';
}) {
  const lang = language.value;
  const { apart } = view.value;
  const counts = new Map<number | null, number>();
  for (const id of drawing.ids) {
    const community = communities.of(id);
    const position = community !== null && community < communities.list.length ? community : null;
    counts.set(position, (counts.get(position) ?? 0) + 1);
  }
  return (
    <ul class="plain legend-list" aria-label={more[lang].communities}>
      {communities.list.map(
        ({ id, label }, position) =>
          counts.has(position) && (
            <li key={id}>
              <label class="entry">
                <input
                  type="checkbox"
                  checked={!apart.includes(id)}
                  onChange={() => toggleCommunity(id)}
                />
                <span
                  class="mark"
                  aria-hidden="true"
                  style={{ '--kind': communityColour(position, theme) }}
                />
                <span class="label">{label}</span>
                <span class="count">{formatNumber(counts.get(position)!, lang)}</span>
              </label>
            </li>
          ),
      )}
      {counts.has(null) && (
        <li class="entry muted">
          <span
            class="mark"
            aria-hidden="true"
            style={{ '--kind': communityColour(null, theme) }}
          />
          <span class="label">{more[lang].others}</span>
          <span class="count">{formatNumber(counts.get(null)!, lang)}</span>
        </li>
      )}
    </ul>
  );
}
