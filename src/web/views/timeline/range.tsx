import { yearOf } from '../../../pieces/chart/moments.ts';
import { formatNumber, type Words } from '../../../pieces/language.ts';
import type { TimelineMark } from '../../../pieces/timeline/marks.ts';
import { go, language, view } from '../../state/explorer.ts';

const words: Words<
  'range' | 'from' | 'to' | 'all' | 'in' | 'out' | 'start' | 'end' | 'entries' | 'years'
> = {
  vi: {
    range: 'Khoảng thời gian',
    from: 'Từ năm',
    to: 'Đến năm',
    all: 'Tất cả',
    in: 'Thu vào',
    out: 'Mở ra',
    start: 'đầu',
    end: 'cuối',
    entries: 'mốc',
    years: 'Các năm có mốc; bấm để chỉ xem năm ấy',
  },
  en: {
    range: 'Stretch of time',
    from: 'From',
    to: 'To',
    all: 'All',
    in: 'Zoom in',
    out: 'Zoom out',
    start: 'first',
    end: 'last',
    entries: 'dates',
    years: 'Years that have dates; press one to see that year alone',
  },
};

const text = (year: number): string => String(year).padStart(4, '0');

/** How many marks begin in each year that has any. */
function countYears(marks: readonly TimelineMark[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { span } of marks) {
    const year = yearOf(span.start);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => a - b));
}

/** Zooms the timeline: by the years that have dates, by two years, by steps. */
export function Range({ marks }: { readonly marks: readonly TimelineMark[] }) {
  const lang = language.value;
  const say = words[lang];
  const { from, to } = view.value;
  const counts = countYears(marks);
  const years = [...counts.keys()];
  const most = Math.max(...counts.values());
  const yearIn = (date: string | undefined): number | undefined =>
    date === undefined ? undefined : Number(date.slice(0, 4));
  const [first, last] = [yearIn(from), yearIn(to)];
  const inRange = years.filter(
    (year) => year >= (first ?? -Infinity) && year <= (last ?? Infinity),
  );
  const isAll = from === undefined && to === undefined;

  const show = (start: number | undefined, end: number | undefined): void =>
    go({
      from: start === undefined || start === years[0] ? undefined : text(start),
      to: end === undefined || end === years.at(-1) ? undefined : text(end),
    });
  /** Zooming in gives up the emptier end; zooming out takes in the next years that have dates. */
  const zoomIn = (): void => {
    const [head, tail] = [inRange[0]!, inRange.at(-1)!];
    if (counts.get(head)! <= counts.get(tail)!) show(inRange[1]!, last);
    else show(first, inRange.at(-2)!);
  };
  const zoomOut = (): void => {
    const before = years.findLast((year) => year < (inRange[0] ?? first ?? Infinity));
    const after = years.find((year) => year > (inRange.at(-1) ?? last ?? -Infinity));
    show(before ?? first, after ?? last);
  };

  return (
    <fieldset class="range">
      <legend>{say.range}</legend>
      <div class="range-body">
        <ul class="range-years" aria-label={say.years}>
          {[...counts].map(([year, count]) => (
            <li key={year}>
              <button
                type="button"
                aria-pressed={!isAll && inRange.includes(year)}
                title={`${year}: ${formatNumber(count, lang)} ${say.entries}`}
                onClick={() =>
                  inRange.length === 1 && inRange[0] === year
                    ? go({ from: undefined, to: undefined })
                    : go({ from: text(year), to: text(year) })
                }
              >
                <span
                  class="range-bar"
                  style={{ height: `${4 + 36 * Math.sqrt(count / most)}px` }}
                  data-in={inRange.includes(year)}
                />
                <span class="range-year">{year}</span>
                <span class="hidden">
                  : {formatNumber(count, lang)} {say.entries}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <div class="row">
          <label>
            {say.from}{' '}
            <select
              value={first ?? ''}
              onChange={({ currentTarget: { value } }) =>
                go({
                  from: value || undefined,
                  ...(last !== undefined && value && Number(value) > last && { to: value }),
                })
              }
            >
              <option value="">({say.start})</option>
              {withYear(years, first).map((year) => (
                <option key={year} value={text(year)}>
                  {year}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say.to}{' '}
            <select
              value={last ?? ''}
              onChange={({ currentTarget: { value } }) =>
                go({
                  to: value || undefined,
                  ...(first !== undefined && value && Number(value) < first && { from: value }),
                })
              }
            >
              <option value="">({say.end})</option>
              {withYear(years, last).map((year) => (
                <option key={year} value={text(year)}>
                  {year}
                </option>
              ))}
            </select>
          </label>
          <button type="button" disabled={inRange.length < 2} onClick={zoomIn}>
            {say.in}
          </button>
          <button type="button" disabled={isAll} onClick={zoomOut}>
            {say.out}
          </button>
          <button
            type="button"
            disabled={isAll}
            onClick={() => go({ from: undefined, to: undefined })}
          >
            {say.all}
          </button>
        </div>
      </div>
    </fieldset>
  );
}

/** The years with the one that is chosen among them, though it have no dates. */
const withYear = (years: readonly number[], chosen: number | undefined): readonly number[] =>
  chosen === undefined || years.includes(chosen) ? years : [...years, chosen].sort((a, b) => a - b);
