import { formatNumber, type Words } from '../../../pieces/language.ts';
import { language } from '../../state/explorer.ts';
import { arrival } from './ask.ts';

const words: Words<'asking' | 'received' | 'layingOut'> = {
  vi: {
    asking: 'Đang hỏi máy chủ…',
    received: 'Đã nhận',
    layingOut: 'Đang sắp xếp các thực thể…',
  },
  en: { asking: 'Asking the server…', received: 'Received', layingOut: 'Arranging the entities…' },
};

/** How far it is until something can be seen. */
export function Waiting({
  isAnswered,
  done,
}: {
  readonly isAnswered: boolean;
  readonly done: number;
}) {
  const lang = language.value;
  const say = words[lang];
  const now = arrival.value;
  const kilobytes = (bytes: number): string => `${formatNumber(Math.ceil(bytes / 1024), lang)} kB`;
  const label = isAnswered
    ? say.layingOut
    : now.stage === 'asked'
      ? say.asking
      : `${say.received} ${kilobytes(now.bytes)}${now.of === undefined ? '' : ` / ${kilobytes(now.of)}`}`;
  const share = isAnswered
    ? done
    : now.stage === 'receiving' && now.of !== undefined
      ? now.bytes / now.of
      : undefined;
  return (
    <div class="waiting">
      <p role="status">{label}</p>
      <progress aria-label={label} max={1} value={share} />
    </div>
  );
}
