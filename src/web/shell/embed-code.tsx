import { useEffect, useState } from 'preact/hooks';
import { pieceOf, settingsOf } from '../../pieces/explorer-view.ts';
import type { Words } from '../../pieces/language.ts';
import type { Piece } from '../../pieces/piece.ts';
import { pieces } from '../../pieces/registry.ts';
import {
  type PieceName,
  pieceNames,
  settingNames,
  type Theme,
  themes,
} from '../../pieces/settings.ts';
import { EntityPicker } from '../parts/entity-picker.tsx';
import { language, view } from '../state/explorer.ts';
import { useKinds } from '../state/use-kinds.ts';
import { useNames } from '../state/use-names.ts';
import { Code } from './code.tsx';
import { embedCode, parametersFor } from './embedding.ts';

const words: Words<
  | 'piece'
  | 'entity'
  | 'theme'
  | 'width'
  | 'height'
  | 'preview'
  | 'element'
  | 'frame'
  | 'picture'
  | 'whole'
  | 'choose'
  | Theme
  | `piece-${PieceName}`
> = {
  vi: {
    piece: 'Mảnh để nhúng',
    entity: 'Về',
    theme: 'Màu nền',
    width: 'Rộng (px)',
    height: 'Cao (px)',
    preview: 'Xem trước',
    element: 'Phần tử HTML, tương tác được',
    frame: 'Khung iframe, cho nơi không nhận script',
    picture: 'Ảnh tĩnh (SVG; đổi đuôi thành .png để có PNG)',
    whole: 'Mở riêng bản xem trước',
    choose: 'Chọn một thực thể để có mã nhúng.',
    auto: 'Theo người xem',
    light: 'Sáng',
    dark: 'Tối',
    'piece-graph': 'Đồ thị',
    'piece-timeline': 'Dòng thời gian',
    'piece-map': 'Bản đồ',
    'piece-metric': 'Số liệu',
    'piece-card': 'Thẻ',
    'piece-table': 'Bảng',
  },
  en: {
    piece: 'Piece to embed',
    entity: 'About',
    theme: 'Theme',
    width: 'Width (px)',
    height: 'Height (px)',
    preview: 'Preview',
    element: 'An HTML element, interactive',
    frame: 'A frame, for places that take no script',
    picture: 'A still picture (SVG; end it with .png for PNG)',
    whole: 'Open the preview by itself',
    choose: 'Choose an entity to get the code.',
    auto: 'As the reader’s',
    light: 'Light',
    dark: 'Dark',
    'piece-graph': 'Graph',
    'piece-timeline': 'Timeline',
    'piece-map': 'Map',
    'piece-metric': 'Figures',
    'piece-card': 'Card',
    'piece-table': 'Table',
  },
};

/** So long must somebody pause, in milliseconds, before the preview is drawn anew. */
const PAUSE = 400;
const sizes = { width: 720, height: 440 };

/** The code by which another page shows what is shown here, with a preview of it. */
export default function EmbedCode() {
  const say = words[language.value];
  const state = view.value;
  const [name, choose] = useState(() => pieceOf(state));
  const [entity, chooseEntity] = useState<string>();
  const [theme, setTheme] = useState<Theme>('auto');
  const [size, setSize] = useState(sizes);
  const kinds = useKinds();
  const piece = usePieceNamed(name);
  const settings = settingsOf(name, state, [...kinds.keys()]);
  const isOfOne = name === 'card' || name === 'metric';
  const about = isOfOne && entity !== undefined ? [entity] : settings.entity;
  const { names } = useNames(about);
  const title = [say[`piece-${name}`], ...names.map((named) => named?.name)]
    .filter((part) => part !== undefined)
    .join(': ');
  const parameters = parametersFor(
    { ...settings, ...size, theme, entity: about },
    piece?.reads ?? [],
  );
  const code = embedCode(location.origin, name, parameters, `${title} – Cây Tre`);
  const address = useSettled(`/embed/${name}?${parameters}`);
  const isComplete = !isOfOne || about.length > 0;

  const sizeField = (side: 'width' | 'height') => (
    <label class="labelled">
      {say[side]}
      <input
        type="number"
        min={side === 'width' ? 160 : 80}
        max={4000}
        value={size[side]}
        onInput={({ currentTarget }) => {
          const number = settingNames[side].read(currentTarget.value);
          if (number !== undefined) setSize({ ...size, [side]: number });
        }}
      />
    </label>
  );
  return (
    <>
      <div class="row settings">
        <label class="labelled">
          {say.piece}
          <select
            value={name}
            onChange={({ currentTarget }) => {
              choose(currentTarget.value as PieceName);
              chooseEntity(undefined);
            }}
          >
            {pieceNames.map((each) => (
              <option key={each} value={each}>
                {say[`piece-${each}`]}
              </option>
            ))}
          </select>
        </label>
        <label class="labelled">
          {say.theme}
          <select
            value={theme}
            onChange={({ currentTarget }) => setTheme(currentTarget.value as Theme)}
          >
            {themes.map((each) => (
              <option key={each} value={each}>
                {say[each]}
              </option>
            ))}
          </select>
        </label>
        {sizeField('width')}
        {sizeField('height')}
      </div>
      {isOfOne && (
        <EntityPicker
          label={say.entity}
          value={about[0]}
          {...(name === 'metric' && { kinds: ['metric'] })}
          choose={chooseEntity}
        />
      )}
      {isComplete && piece !== undefined ? (
        <>
          <h3>{say.preview}</h3>
          <div class="preview">
            <iframe
              src={address}
              width={size.width}
              height={size.height}
              title={`${say.preview}: ${title}`}
            />
          </div>
          <p class="small">
            <a href={address} target="_blank" rel="noopener">
              {say.whole}
            </a>
          </p>
          <Code title={say.element} text={code.element} />
          <Code title={say.frame} text={code.frame} />
          <Code title={say.picture} text={code.picture} />
        </>
      ) : (
        <p class="notice">{say.choose}</p>
      )}
    </>
  );
}

/** A piece, once it is loaded. */
function usePieceNamed(name: PieceName) {
  const [piece, setPiece] = useState<Piece<unknown>>();
  useEffect(() => {
    let isWanted = true;
    void pieces[name]().then((loaded) => {
      if (isWanted) setPiece(() => loaded);
    });
    return () => {
      isWanted = false;
    };
  }, [name]);
  return piece?.name === name ? piece : undefined;
}

function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
