import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../../pieces/language.ts';
import { judgeDate } from '../../../util/iso-date.ts';
import { language } from '../../state/explorer.ts';

const words: Words<'wrong'> = {
  vi: { wrong: 'Ngày có dạng 2023, 2023-12 hoặc 2023-12-19.' },
  en: { wrong: 'A date looks like 2023, 2023-12 or 2023-12-19.' },
};

interface DateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (date: string) => void;
}

/** A date as coarse as people know it: a year, a month or a day. */
export function DateField({ label, value, choose }: DateFieldProps) {
  const [wrong, setWrong] = useState(false);
  /** What is typed and not chosen yet: it stays though answers come meanwhile. */
  const [draft, setDraft] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another date takes the place of what is typed
  useEffect(() => setDraft(undefined), [value]);
  const id = `wrong-${label}`.replaceAll(' ', '-');
  return (
    <div class="date-field">
      <label>
        <span class="label">{label}</span>
        <input
          value={draft ?? value}
          placeholder="2023-12-19"
          inputMode="numeric"
          maxLength={16}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={wrong}
          aria-describedby={wrong ? id : undefined}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onChange={(event) => {
            const text = event.currentTarget.value.trim();
            const isDate = judgeDate(text) === 'right';
            setWrong(!isDate && text !== '');
            if (isDate) choose(text);
          }}
        />
      </label>
      {wrong && (
        <p id={id} class="warn" role="alert">
          {words[language.value].wrong}
        </p>
      )}
    </div>
  );
}
