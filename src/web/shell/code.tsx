import { useId } from 'preact/hooks';
import type { Words } from '../../pieces/language.ts';
import { language } from '../state/explorer.ts';
import { copy } from './copy.ts';
import { Icon } from './icons.tsx';

const words: Words<'copy'> = { vi: { copy: 'Sao chép' }, en: { copy: 'Copy' } };

/** A text to be copied, whole, with what it is above it. */
export function Code({ title, text }: { readonly title: string; readonly text: string }) {
  const id = useId();
  const say = words[language.value];
  return (
    <section class="code-block" aria-labelledby={id}>
      <div class="row head">
        <h3 id={id}>{title}</h3>
        <button type="button" class="quiet" onClick={() => void copy(text)}>
          <Icon name="copy" />
          {say.copy}
          <span class="hidden">: {title}</span>
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its place is scrolled by keys too */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
    </section>
  );
}
