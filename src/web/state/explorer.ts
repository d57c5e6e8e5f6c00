import { computed, signal } from '@preact/signals';
import { preferredLanguage, rememberLanguage } from './preferences.ts';
import { readView, type ViewState, writeView } from './view-state.ts';

/** The browser's history takes no more than some steps a second; so often it is told, in milliseconds. */
const PACE = 150;

const readAddress = (): ViewState =>
  readView(new URLSearchParams(location.search), preferredLanguage());

const current = signal(readAddress());

/** What the explorer shows. Changed by `go` and `adjust` alone. */
export const view = computed(() => current.value);
export const language = computed(() => current.value.lang);

/** Changes what is shown, as a step to which the browser's Back returns. */
export function go(changes: Partial<ViewState>): void {
  catchUp();
  const before = addressOf(current.value);
  change(changes);
  const after = addressOf(current.value);
  if (after !== before) history.pushState(null, '', after);
}

/** Changes what is shown without a step of its own: while somebody types or drags. */
export function adjust(changes: Partial<ViewState>): void {
  change(changes);
  if (timer !== undefined) {
    isBehind = true;
    return;
  }
  writeHere();
  timer = setTimeout(catchUp, PACE);
}

/** An address that opens what `state` shows; colons and commas are left as they are, for people read it. */
export const addressOf = (state: ViewState): string =>
  `${location.pathname}?${String(writeView(state)).replaceAll('%3A', ':').replaceAll('%2C', ',')}`;

/** The address of what is shown now, whole, as somebody may copy it. */
export const wholeAddress = (): string => new URL(addressOf(current.value), location.href).href;

function change(changes: Partial<ViewState>): void {
  if (changes.lang !== undefined) rememberLanguage(changes.lang);
  current.value = { ...current.value, ...changes };
}

let timer: ReturnType<typeof setTimeout> | undefined;
let isBehind = false;

const writeHere = (): void => history.replaceState(null, '', addressOf(current.value));

/** Writes what was not written yet into the step of the history where it belongs. */
function catchUp(): void {
  clearTimeout(timer);
  timer = undefined;
  if (isBehind) writeHere();
  isBehind = false;
}

addEventListener('popstate', () => {
  clearTimeout(timer);
  timer = undefined;
  isBehind = false;
  current.value = readAddress();
});
addEventListener('pagehide', catchUp);
