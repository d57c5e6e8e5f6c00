import type { Language } from '../../pieces/language.ts';
import { type Theme, themes } from '../../pieces/settings.ts';

/** What somebody chose for themselves, kept in this browser alone; a browser may refuse to keep anything. */
function read(name: string): string | null {
  try {
    return localStorage.getItem(`caytre-${name}`);
  } catch {
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`caytre-${name}`, value);
  } catch {
    // Then it holds until the page is left.
  }
}

/** The language that somebody last chose here; that of the browser, where it is one of the two, before that. */
export function preferredLanguage(): Language {
  const kept = read('language');
  if (kept === 'vi' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('vi') ? 'vi' : 'en';
}

export const rememberLanguage = (language: Language): void => keep('language', language);

export const rememberedTheme = (): Theme =>
  themes.find((theme) => theme === read('theme')) ?? 'auto';

export const rememberTheme = (theme: Theme): void => keep('theme', theme);

export const shortcutsKept = (): boolean => read('shortcuts') !== 'off';

export const keepShortcuts = (isOn: boolean): void => keep('shortcuts', isOn ? 'on' : 'off');

/** In CSS pixels; `undefined` where nobody chose one. */
export const rememberedCardWidth = (): number | undefined =>
  Number(read('card-width')) || undefined;

export const rememberCardWidth = (width: number): void => keep('card-width', String(width));
