/** What a reader of YAML 1.1 or 1.2 takes for something other than a text. */
const words = /^(?:~|null|y|yes|n|no|on|off|true|false|[-+]?\.inf|\.nan|=|<<)$/i;
const numbers = /^[-+]?(?:0[xob][\da-f_]+|[\d_.:]+(?:e[-+]?\d+)?)$/i;
const dates = /^\d{4}-\d/;
/** Signs that mean something in YAML somewhere: at the beginning, anywhere (some only in flow style), at the end. */
const signs = /^[-?:,[\]{}#&*!|>'"%@`\s]|: |:$| #|\s$/;
const signsInFlow = /[,[\]{}]/;
/** What cannot be seen or printed: controls, spaces other than U+0020, marks of direction and byte order. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u202f\u205f\u3000]/u;

const escapeUnseen = (text: string): string =>
  text.replace(new RegExp(unseen, 'gu'), (sign) => {
    const point = sign.codePointAt(0)!.toString(16);
    return point.length > 4 ? `\\U${point.padStart(8, '0')}` : `\\u${point.padStart(4, '0')}`;
  });

const needsQuotes = (text: string, inFlow: boolean): boolean =>
  text === '' ||
  signs.test(text) ||
  (inFlow && signsInFlow.test(text)) ||
  words.test(text) ||
  numbers.test(text) ||
  dates.test(text) ||
  unseen.test(text);

/**
 * A text in double quotes where some reader would otherwise take it for something else, else as it is.
 * @param inFlow whether it stands within brackets or braces.
 */
export const formatText = (text: string, inFlow: boolean): string =>
  needsQuotes(text, inFlow) ? escapeUnseen(JSON.stringify(text)) : text;

/** A scalar on one line; `inFlow` as above. */
export function formatScalar(value: unknown, inFlow: boolean): string {
  if (typeof value === 'string') return formatText(value, inFlow);
  if (typeof value !== 'number') return String(value);
  if (Object.is(value, -0)) return '-0';
  if (Number.isNaN(value)) return '.nan';
  return Number.isFinite(value) ? String(value) : value < 0 ? '-.inf' : '.inf';
}
