import { computed, signal } from '@preact/signals';
import { readView, type ViewState, writeView } from './view-state.ts';

const browserLanguage = navigator.language.toLowerCase().startsWith('vi') ? 'vi' : 'en';
const readAddress = (): ViewState =>
  readView(new URLSearchParams(location.search), browserLanguage);

const current = signal(readAddress());

/** What the explorer shows. Changed by `go` and `adjust` alone. */
export const view = computed(() => current.value);
export const language = computed(() => current.value.lang);

/** Changes what is shown, as a step to which the browser's Back returns. */
export function go(changes: Partial<ViewState>): void {
  current.value = { ...current.value, ...changes };
  history.pushState(null, '', addressOf(current.value));
}

/** Changes what is shown without a step of its own: while somebody types or drags. */
export function adjust(changes: Partial<ViewState>): void {
  current.value = { ...current.value, ...changes };
  history.replaceState(null, '', addressOf(current.value));
}

export const addressOf = (state: ViewState): string => `${location.pathname}?${writeView(state)}`;

addEventListener('popstate', () => {
  current.value = readAddress();
});
