import type { operations } from '../../../client/index.ts';
import type { Words } from '../../../pieces/language.ts';
import { go, language, view } from '../../state/explorer.ts';

type Truncation = NonNullable<NonNullable<operations.HowConnectedQuery['paths']>['truncated']>;

const words: Words<'none' | 'noneUnder' | 'time' | 'longer' | 'hubs' | 'kinds' | 'date'> = {
  vi: {
    none: 'Không có đường nào nối hai thực thể này.',
    noneUnder: 'Không có đường nào nối hai thực thể này theo cách tìm đã chọn.',
    time: 'Chưa tìm thấy đường nào: việc tìm đã dừng vì hết thời gian. Vì vậy chưa thể nói là không có.',
    longer: 'Tìm đến 12 bước',
    hubs: 'Cho đi qua đầu mối',
    kinds: 'Cho đi qua mọi loại',
    date: 'Bỏ mốc thời gian',
  },
  en: {
    none: 'No path joins these two at all.',
    noneUnder: 'No path joins these two under the options chosen.',
    time: 'No path was found before the search stopped for lack of time, so there may still be one.',
    longer: 'Seek up to 12 steps',
    hubs: 'Allow hubs',
    kinds: 'Allow all kinds',
    date: 'Drop the date',
  },
};

/** That there is no path, or none within so many steps, which is not the same; and what may help. */
export function NoPath({ truncated }: { readonly truncated: Truncation | undefined }) {
  const lang = language.value;
  const say = words[lang];
  const { steps, hubs, avoid, asOf } = view.value;
  const isBound = hubs === 'around' || avoid.length > 0 || asOf !== undefined;
  const within =
    lang === 'vi'
      ? `Không có đường nào trong ${truncated?.bound} bước; xa hơn thì chưa tìm.`
      : `No path within ${truncated?.bound} steps; longer ones were not tried.`;
  return (
    <div class="state empty no-path" role="status">
      <p>
        {truncated === undefined
          ? isBound
            ? say.noneUnder
            : say.none
          : truncated.reason === 'TIME'
            ? say.time
            : within}
      </p>
      <p class="actions">
        {truncated !== undefined && steps < 12 && (
          <button type="button" onClick={() => go({ steps: 12 })}>
            {say.longer}
          </button>
        )}
        {hubs === 'around' && (
          <button type="button" onClick={() => go({ hubs: 'through' })}>
            {say.hubs}
          </button>
        )}
        {avoid.length > 0 && (
          <button type="button" onClick={() => go({ avoid: [] })}>
            {say.kinds}
          </button>
        )}
        {asOf !== undefined && (
          <button type="button" onClick={() => go({ asOf: undefined })}>
            {say.date}
          </button>
        )}
      </p>
    </div>
  );
}
