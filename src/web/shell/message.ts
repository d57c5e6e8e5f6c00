import { signal } from '@preact/signals';

/** So long is a message seen, in milliseconds. */
const SEEN = 5_000;

/** What the explorer tells at this moment, at its foot. */
export const message = signal<string>('');

let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows and announces a short message: that something was copied, that something failed. */
export function tell(text: string): void {
  clearTimeout(timer);
  message.value = text;
  timer = setTimeout(() => {
    message.value = '';
  }, SEEN);
}
