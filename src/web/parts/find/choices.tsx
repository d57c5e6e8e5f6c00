import type { Words } from '../../../pieces/language.ts';
import { language } from '../../state/explorer.ts';
import { KindMark } from '../kind-mark.tsx';
import type { Found, Nearness } from './merge-found.ts';

export const nearnessWords: Words<Nearness> = {
  vi: { marks: 'dấu khác', typo: 'gần giống', some: 'khớp một phần' },
  en: { marks: 'other marks', typo: 'similar', some: 'some words' },
};

/** An entity among others that may be meant: its name, kind, description, and how near it is. */
export function FoundLine({ found }: { readonly found: Found }) {
  const lang = language.value;
  return (
    <>
      <span class="name">
        {found.name}
        {found.also !== undefined && (
          <span class="also" lang={lang === 'vi' ? 'en' : 'vi'}>
            {' '}
            {found.also}
          </span>
        )}
      </span>
      <span class="about">
        <KindMark kind={found.kind} label="shown" />
        {found.nearness !== undefined && (
          <span class="chip warn">{nearnessWords[lang][found.nearness]}</span>
        )}
        {found.description !== undefined && <span class="description">{found.description}</span>}
      </span>
    </>
  );
}

interface ChoicesProps {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Found[];
  /** The position of the one that arrow keys are on, or -1. */
  readonly active: number;
  readonly choose: (choice: Found) => void;
}

/** The list below a field in which somebody types; the field keeps the focus. */
export function Choices({ id, label, choices, active, choose }: ChoicesProps) {
  return (
    <div id={id} role="listbox" aria-label={label} class="choices">
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and hears the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and says which is active
        <div
          key={choice.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          ref={(element) => {
            if (index === active) element?.scrollIntoView({ block: 'nearest' });
          }}
          onClick={() => choose(choice)}
        >
          <FoundLine found={choice} />
        </div>
      ))}
    </div>
  );
}
