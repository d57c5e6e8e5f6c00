import type { Words } from '../../pieces/language.ts';
import { copyText } from '../state/copy.ts';
import { language } from '../state/explorer.ts';
import { tell } from './message.ts';

const words: Words<'copied' | 'failed'> = {
  vi: {
    copied: 'Đã sao chép.',
    failed: 'Trình duyệt không cho sao chép; hãy chọn và tự chép.',
  },
  en: {
    copied: 'Copied.',
    failed: 'The browser does not let this be copied; select and copy it yourself.',
  },
};

/** Copies a text and tells whether it did; `copied` says what was. */
export async function copy(text: string, copied?: string): Promise<void> {
  const say = words[language.value];
  tell((await copyText(text)) ? (copied ?? say.copied) : say.failed);
}
