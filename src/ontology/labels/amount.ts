import type { Language } from '../model.ts';

const plain = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 20 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 }),
};

const short = { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 } as const;
const spoken = {
  vi: new Intl.NumberFormat('vi-VN', short),
  en: new Intl.NumberFormat('en-GB', short),
};

/** An amount as people write it, never rounded: `1.234`, but `800 tỷ` and `800 billion`. */
export function amountLabel(amount: number, language: Language): string {
  const size = Math.abs(amount);
  const scale = 1000 ** Math.floor(Math.log10(size) / 3);
  const isShort = size >= 1e6 && Number.isInteger((size / scale) * 100);
  return (isShort ? spoken : plain)[language].format(amount);
}

const tens = {
  vi: ['', 'chục ', 'trăm '],
  en: ['', 'tens of ', 'hundreds of '],
};
const thousands = {
  vi: ['', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ'],
  en: ['', 'thousands', 'millions', 'billions', 'trillions'],
};

/**
 * The name of an order of magnitude: of 1,000 `hàng nghìn` and `thousands of`, of ten billion `hàng chục tỷ` and
 * `tens of billions of`. None for what is no power of ten, or has no such name.
 */
export function magnitudeLabel(amount: number, language: Language): string | undefined {
  const power = Math.round(Math.log10(amount));
  if (power < 1 || 10 ** power !== amount) return undefined;
  const ten = tens[language][power % 3]!;
  const thousand = thousands[language][Math.floor(power / 3)];
  if (thousand === undefined) return undefined;
  if (language === 'vi') return `hàng ${ten}${thousand}`.trimEnd();
  return thousand === '' ? ten.trimEnd() : `${ten}${thousand} of`;
}
