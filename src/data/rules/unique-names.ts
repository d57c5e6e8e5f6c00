import type { Rule } from '../rule.ts';

/** Within a kind no two entities have one name in the same language, whatever the case of its letters. */
export const uniqueNames: Rule = ({ report }) => {
  const taken = new Map<string, string>();
  return {
    entity({ origin, kind, written: { id, names } }) {
      if (id === undefined) return;
      for (const language of ['vi', 'en'] as const) {
        const name = names?.[language];
        if (name === undefined) continue;
        const key = `${kind} ${language} ${name.normalize('NFC').toLowerCase()}`;
        const other = taken.get(key);
        if (other === undefined) taken.set(key, id);
        else if (other !== id) {
          report(origin, 'NAME_TAKEN', { name, language, id, other }, ['names', language]);
        }
      }
    },
  };
};
