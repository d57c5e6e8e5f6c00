import type { Words } from '../../pieces/language.ts';
import { language } from '../state/explorer.ts';
import { shownShortcuts } from '../state/shortcuts.ts';
import { areShortcutsOn, switchShortcuts } from './shortcuts.ts';

const words: Words<
  | 'search'
  | 'list'
  | 'views'
  | 'view'
  | 'card'
  | 'escape'
  | 'back'
  | 'everywhere'
  | 'here'
  | 'switch'
  | 'keys'
  | 'does'
> = {
  vi: {
    search: 'Tới ô tìm kiếm',
    list: 'Danh sách phím tắt này',
    views: 'Khung nhìn trước, khung nhìn sau',
    view: 'Tới đầu khung nhìn',
    card: 'Tới thẻ đang mở',
    escape: 'Đóng danh sách, hộp thoại hoặc thẻ',
    back: 'Lùi một bước (phím của trình duyệt)',
    everywhere: 'Ở mọi nơi',
    here: 'Trong khung nhìn này',
    switch: 'Dùng phím tắt một phím',
    keys: 'Phím',
    does: 'Tác dụng',
  },
  en: {
    search: 'To the search box',
    list: 'This list of shortcuts',
    views: 'The view before, the view after',
    view: 'To the start of the view',
    card: 'To the card that is open',
    escape: 'Close a list, a dialog or the card',
    back: 'One step back (a key of the browser)',
    everywhere: 'Everywhere',
    here: 'In this view',
    switch: 'Use shortcuts of a single key',
    keys: 'Keys',
    does: 'What they do',
  },
};

/** The keys that do something, and a switch for those that are a single letter or sign. */
export default function ShortcutList() {
  const say = words[language.value];
  const everywhere = [
    { keys: ['/'], does: say.search },
    { keys: ['?'], does: say.list },
    { keys: ['[', ']'], does: say.views },
    { keys: ['v'], does: say.view },
    { keys: ['c'], does: say.card },
    { keys: ['Esc'], does: say.escape },
    { keys: ['Alt + ←'], does: say.back },
  ];
  const here = shownShortcuts.value;
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={areShortcutsOn.value}
          onChange={(event) => switchShortcuts(event.currentTarget.checked)}
        />
        {say.switch}
      </label>
      <Keys title={say.everywhere} rows={everywhere} />
      {here.length > 0 && <Keys title={say.here} rows={here} />}
    </>
  );
}

function Keys({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly { readonly keys: readonly string[]; readonly does: string }[];
}) {
  const say = words[language.value];
  return (
    <table>
      <caption>{title}</caption>
      <thead class="hidden">
        <tr>
          <th scope="col">{say.keys}</th>
          <th scope="col">{say.does}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ keys, does }) => (
          <tr key={does}>
            <td>
              {keys.map((key) => (
                <span key={key}>
                  <kbd>{key}</kbd>{' '}
                </span>
              ))}
            </td>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
