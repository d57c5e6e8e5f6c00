import { computed, effect, signal } from '@preact/signals';
import type { Theme } from '../../pieces/settings.ts';
import { rememberedTheme, rememberTheme } from './preferences.ts';

const chosen = signal<Theme>(rememberedTheme());
const dark = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(dark.matches);
dark.addEventListener('change', ({ matches }) => {
  systemIsDark.value = matches;
});

/** What somebody chose: `auto` follows the system. Changed by `chooseTheme` alone. */
export const theme = computed(() => chosen.value);

/** The theme that is seen: for what is painted on a canvas and cannot use `light-dark()`. */
export const shownTheme = computed<'light' | 'dark'>(() => {
  if (chosen.value !== 'auto') return chosen.value;
  return systemIsDark.value ? 'dark' : 'light';
});

export function chooseTheme(next: Theme): void {
  chosen.value = next;
  rememberTheme(next);
}

// Whatever follows `color-scheme`, by `light-dark()` or as form controls do, follows the choice.
effect(() => {
  document.documentElement.style.colorScheme = chosen.value === 'auto' ? '' : chosen.value;
});
