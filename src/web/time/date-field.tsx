import { useEffect, useId, useState } from 'preact/hooks';
import type { Words } from '../../pieces/language.ts';
import { go, language, view } from '../state/explorer.ts';
import { parseTyped } from './steps.ts';

const words: Words<'label' | 'placeholder' | 'wrong'> = {
  vi: {
    label: 'Tính đến',
    placeholder: 'vd. 12/2023',
    wrong: 'Gõ năm, tháng/năm hoặc ngày/tháng/năm: 2023, 12/2023, 19/12/2023.',
  },
  en: {
    label: 'As of',
    placeholder: 'e.g. 12/2023',
    wrong: 'Type a year, month/year or day/month/year: 2023, 12/2023, 19/12/2023.',
  },
};

/** A date as one types it, day first as both languages have it. */
const typedForm = (date: string | undefined): string =>
  date === undefined ? '' : date.split('T')[0]!.split('-').toReversed().join('/');

/** A field for any date, as fine as one likes. */
export function DateField() {
  const lang = language.value;
  const say = words[lang];
  const { asOf } = view.value;
  const [text, setText] = useState(typedForm(asOf));
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  useEffect(() => {
    setText(typedForm(asOf));
    setWrong(false);
  }, [asOf]);
  const take = (): void => {
    if (text.trim() === typedForm(asOf)) return;
    const date = text.trim() === '' ? undefined : parseTyped(text);
    if (date === undefined && text.trim() !== '') setWrong(true);
    else go({ asOf: date });
  };
  return (
    <form
      class="time-field"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <label for={`${id}-date`}>{say.label}</label>
      <input
        id={`${id}-date`}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        size={10}
        placeholder={say.placeholder}
        value={text}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={take}
      />
      {isWrong && (
        <p id={`${id}-wrong`} class="time-wrong" role="alert">
          {say.wrong}
        </p>
      )}
    </form>
  );
}
