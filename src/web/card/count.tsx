import { formatNumber } from '../../pieces/language.ts';
import { language } from '../state/explorer.ts';

/** How many there are, small, beside what is counted. */
export function Count({ of }: { readonly of: number }) {
  return <span class="count">{formatNumber(of, language.value)}</span>;
}
