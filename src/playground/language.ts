import { useSyncExternalStore } from 'react';
import type { Language } from '../pieces/language.ts';

const KEPT = 'caytre:language';

/** The language that answers are asked in, and that the playground's own words are in. */
let current: Language = 'vi';
const listeners = new Set<() => void>();

const isLanguage = (text: string | null | undefined): text is Language =>
  text === 'vi' || text === 'en';

/** What the address says, else what was chosen last, else what the browser prefers. */
export function firstLanguage(said: Language | undefined): Language {
  if (said !== undefined) return said;
  const kept = localStorage.getItem(KEPT);
  if (isLanguage(kept)) return kept;
  return navigator.language.toLowerCase().startsWith('vi') ? 'vi' : 'en';
}

export const language = (): Language => current;

export function setLanguage(chosen: Language): void {
  current = chosen;
  localStorage.setItem(KEPT, chosen);
  for (const listener of listeners) listener();
}

export const useLanguage = (): Language =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, language);
