import { cutNote, drawnCount } from '../../../pieces/drawing/words.ts';
import { formatDate, formatNumber, type Language } from '../../../pieces/language.ts';
import { language, view } from '../../state/explorer.ts';
import { clearFilters, setDepth, setLimit, showWhole, unhideAll } from './actions.ts';
import { GREATEST_AROUND } from './part.ts';
import { words } from './words.ts';

const GREATEST_LIMIT = 20_000;
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
      readonly around: string;
      readonly asOf: (date: string) => string;
      readonly filtered: string;
    }
  >
> = {
  vi: {
    hidden: (count) => `${count} thực thể đã ẩn`,
    more: (count) => `Vẽ tới ${count}`,
    most: 'Đây là nhiều nhất có thể vẽ; hãy chọn một thực thể và xem quanh nó.',
    around: 'Quanh',
    asOf: (date) => `tính đến ${date}`,
    filtered: 'Bỏ mọi bộ lọc',
  },
  en: {
    hidden: (count) => `${count} hidden`,
    more: (count) => `Draw up to ${count}`,
    most: 'No more can be drawn at once; choose an entity and look around it.',
    around: 'Around',
    asOf: (date) => `as of ${date}`,
    filtered: 'Clear all filters',
  },
};

/** What is drawn and what is not, and how to see more. */
export function Notices({ entities, statements, drawn, total, isCut, nameOf }: NoticesProps) {
  const lang = language.value;
  const say = { ...words[lang], ...lines[lang] };
  const { around, depth, hidden, limit, asOf, without, apart } = view.value;
  const next = Math.min(GREATEST_LIMIT, around.length > 0 ? GREATEST_AROUND : limit * 4);
  const canHaveMore = next > limit;
  return (
    <div class="notices">
      {around.length > 0 && (
        <p>
          <b>
            {say.around} {around.map(nameOf).join(', ')}
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
