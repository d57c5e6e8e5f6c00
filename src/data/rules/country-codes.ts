import type { Rule } from '../rule.ts';

const forms = {
  alpha2: { which: 'alpha-2', letters: 'two', is: /^[A-Z]{2}$/ },
  alpha3: { which: 'alpha-3', letters: 'three', is: /^[A-Z]{3}$/ },
};

/** Codes have the shape of ISO 3166-1, no two countries share one, and the id is made of alpha-3. */
export const countryCodes: Rule = ({ report }) => {
  const taken = new Map<string, string>();
  return {
    entity({ origin, kind, written: { id, codes } }) {
      if (id === undefined || codes === undefined) return;
      for (const key of ['alpha2', 'alpha3'] as const) {
        const code = codes[key];
        if (code === undefined) continue;
        const { which, letters, is } = forms[key];
        const path = ['codes', key];
        const other = taken.get(code);
        if (!is.test(code))
          report(origin, 'COUNTRY_CODE_MALFORMED', { code, which, letters }, path);
        else if (other === undefined) taken.set(code, id);
        else if (other !== id)
          report(origin, 'COUNTRY_CODE_TAKEN', { code, which, id, other }, path);
      }
      const { alpha3 } = codes;
      if (alpha3 === undefined || !forms.alpha3.is.test(alpha3)) return;
      const expected = `${kind}:${alpha3.toLowerCase()}`;
      if (id !== expected) {
        report(origin, 'COUNTRY_ID_MISMATCH', { id, code: alpha3, expected }, ['id']);
      }
    },
  };
};
