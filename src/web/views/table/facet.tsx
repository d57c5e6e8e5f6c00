import { useState } from 'preact/hooks';
import { formatNumber, type Words } from '../../../pieces/language.ts';
import { language } from '../../state/explorer.ts';

export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

interface FacetProps {
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly change: (key: string) => void;
}

const words: Words<'all' | 'fewer'> = {
  vi: { all: 'Hiện tất cả', fewer: 'Thu gọn' },
  en: { all: 'Show all', fewer: 'Show fewer' },
};

const FEW = 10;

/** Groups into which the rows fall, with how many are in each: any number of them can be chosen. */
export function Facet({ legend, choices, chosen, change }: FacetProps) {
  const [isWhole, setWhole] = useState(false);
  const lang = language.value;
  const say = words[lang];
  const missing = chosen.filter((key) => !choices.some((choice) => choice.key === key));
  const all = [...choices, ...missing.map((key) => ({ key, label: key, count: 0 }))];
  const shown = isWhole ? all : all.filter(({ key }, at) => at < FEW || chosen.includes(key));
  if (all.length === 0) return null;
  return (
    <fieldset class="facet">
      <legend>{legend}</legend>
      {shown.map(({ key, label, count }) => (
        <label key={key} class={chosen.includes(key) ? 'chip chosen' : 'chip'}>
          <input type="checkbox" checked={chosen.includes(key)} onChange={() => change(key)} />
          <span class="facet-label">{label}</span>
          <span class="count">{formatNumber(count, lang)}</span>
        </label>
      ))}
      {all.length > FEW && (
        <button type="button" class="quiet" onClick={() => setWhole(!isWhole)}>
          {isWhole ? say.fewer : `${say.all} (${formatNumber(all.length, lang)})`}
        </button>
      )}
    </fieldset>
  );
}
