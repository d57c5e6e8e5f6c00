import { colourVariable } from '../../pieces/kinds.ts';
import { formatNumber } from '../../pieces/language.ts';
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

/** Kinds to choose any number of, each with its colour, and with how many there are where that is known. */
export function KindChoice({ legend, kinds, chosen, choose }: KindChoiceProps) {
  const lang = language.value;
  return (
    <fieldset class="kind-choice">
      <legend>{legend}</legend>
      {kinds.map(({ key, label, count }) => (
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
    </fieldset>
  );
}
