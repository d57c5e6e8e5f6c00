import { cutNote, drawnCount } from '../../../pieces/drawing/words.ts';
import { formatDate, formatNumber, type Language } from '../../../pieces/language.ts';
import { language, view } from '../../state/explorer.ts';
import { clearFilters, dropTrail, setDepth, setLimit, showWhole, unhideAll } from './actions.ts';
import { GREATEST_AROUND } from './part.ts';
import { words } from './words.ts';

const GREATEST_LIMIT = 20_000;
/** So many of those that are looked around are named. */
const NAMED = 3;
const depths = [1, 2, 3, 4] as const;

interface NoticesProps {
  readonly entities: number;
  readonly statements: number;
  /** How many entities there are before filters. */
  readonly drawn: number;
  readonly total: number | undefined;
  readonly isCut: boolean;
  readonly nameOf: (id: string) => string;
}

const lines: Readonly<
  Record<
    Language,
    {
      readonly hidden: (count: string) => string;
      readonly more: (count: string) => string;
      readonly most: string;
      readonly around: (names: string, others: number) => string;
      readonly asOf: (date: string) => string;
      readonly filtered: string;
      readonly trail: (count: string) => string;
      readonly dropTrail: string;
    }
  >
> = {
  vi: {
    hidden: (count) => `${count} thực thể đã ẩn`,
    more: (count) => `Vẽ tới ${count}`,
    most: 'Đây là nhiều nhất có thể vẽ; hãy chọn một thực thể và xem quanh nó.',
    around: (names, others) =>
      others > 0 ? `Quanh ${names} và ${others} thực thể khác` : `Quanh ${names}`,
    asOf: (date) => `tính đến ${date}`,
    filtered: 'Bỏ mọi bộ lọc',
    trail: (count) => `Đường nối gồm ${count} bước được tô đậm`,
    dropTrail: 'Bỏ tô đậm',
  },
  en: {
    hidden: (count) => `${count} hidden`,
    more: (count) => `Draw up to ${count}`,
    most: 'No more can be drawn at once; choose an entity and look around it.',
    around: (names, others) =>
      others > 0 ? `Around ${names} and ${others} more` : `Around ${names}`,
    asOf: (date) => `as of ${date}`,
    filtered: 'Clear all filters',
    trail: (count) => `A path of ${count} ${count === '1' ? 'step' : 'steps'} is drawn bold`,
    dropTrail: 'Draw it as the rest',
  },
};

/** What is drawn and what is not, and how to see more. */
export function Notices({ entities, statements, drawn, total, isCut, nameOf }: NoticesProps) {
  const lang = language.value;
  const say = { ...words[lang], ...lines[lang] };
  const { around, depth, hidden, trail, limit, asOf, without, apart } = view.value;
  const next = Math.min(GREATEST_LIMIT, around.length > 0 ? GREATEST_AROUND : limit * 4);
  const canHaveMore = next > limit;
  return (
    <div class="notices">
      {around.length > 0 && (
        <p>
          <b>
            {trail.length > 0
              ? say.trail(formatNumber(trail.length, lang))
              : say.around(around.slice(0, NAMED).map(nameOf).join(', '), around.length - NAMED)}
          </b>
          <label class="depth">
            {say.depth}
            <select
              value={depth}
              onChange={({ currentTarget }) => setDepth(Number(currentTarget.value))}
            >
              {depths.map((number) => (
                <option key={number} value={number}>
                  {number}
                </option>
              ))}
            </select>
          </label>
          <button type="button" class="quiet" onClick={showWhole}>
            {say.whole}
          </button>
          {trail.length > 0 && <DropTrail label={say.dropTrail} />}
        </p>
      )}
      <p role="status">
        {drawnCount(entities, statements, lang)}
        {asOf !== undefined && ` · ${say.asOf(formatDate(asOf, lang))}`}
      </p>
      {isCut && (
        <p class="cut">
          {cutNote(drawn, total, lang)}
          {canHaveMore ? (
            <button type="button" class="quiet" onClick={() => setLimit(next)}>
              {say.more(formatNumber(next, lang))}
            </button>
          ) : (
            ` ${say.most}`
          )}
        </p>
      )}
      {around.length === 0 && trail.length > 0 && (
        <p>
          {say.trail(formatNumber(trail.length, lang))}
          <DropTrail label={say.dropTrail} />
        </p>
      )}
      {hidden.length > 0 && (
        <p>
          {say.hidden(formatNumber(hidden.length, lang))}
          <button type="button" class="quiet" onClick={unhideAll}>
            {say.unhide}
          </button>
        </p>
      )}
      {without.length + apart.length > 0 && (
        <p>
          <button type="button" class="quiet" onClick={clearFilters}>
            {say.filtered}
          </button>
        </p>
      )}
    </div>
  );
}

function DropTrail({ label }: { readonly label: string }) {
  return (
    <button type="button" class="quiet" onClick={dropTrail}>
      {label}
    </button>
  );
}
