import { useState } from 'preact/hooks';
import { colourVariable } from '../../pieces/kinds.ts';
import { formatNumber, type Words } from '../../pieces/language.ts';
import { language } from '../state/explorer.ts';

export interface CountedKind {
  readonly key: string;
  readonly label: string;
  readonly count?: number;
}

interface KindChoiceProps {
  readonly legend: string;
  readonly kinds: readonly CountedKind[];
  readonly chosen: readonly string[];
  readonly choose: (kinds: readonly string[]) => void;
}

const words: Words<'all' | 'fewer'> = {
  vi: { all: 'Hiện mọi loại', fewer: 'Thu gọn' },
  en: { all: 'Show all kinds', fewer: 'Show fewer' },
};

/** How many are shown before somebody asks for all; what is chosen is shown always. */
const FEW = 12;

/** Kinds to choose any number of, each with its colour, and with how many there are where that is known. */
export function KindChoice({ legend, kinds, chosen, choose }: KindChoiceProps) {
  const lang = language.value;
  const say = words[lang];
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? kinds : kinds.filter(({ key }, at) => at < FEW || chosen.includes(key));
  return (
    <fieldset class="kind-choice">
      <legend>{legend}</legend>
      {shown.map(({ key, label, count }) => (
        <label key={key} class={chosen.includes(key) ? 'chip chosen' : 'chip'}>
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={(event) =>
              choose(
                event.currentTarget.checked
                  ? [...chosen, key]
                  : chosen.filter((kind) => kind !== key),
              )
            }
          />
          <span
            class="mark"
            aria-hidden="true"
            style={{ '--kind': `var(${colourVariable(key)})` }}
          />
          {label}
          {count !== undefined && <span class="count">{formatNumber(count, lang)}</span>}
        </label>
      ))}
      {kinds.length > FEW && (
        <button type="button" class="quiet" onClick={() => setWhole(!isWhole)}>
          {isWhole ? say.fewer : `${say.all} (${formatNumber(kinds.length, lang)})`}
        </button>
      )}
    </fieldset>
  );
}
