/** @jsxImportSource react */
import type { Language, Words } from '../pieces/language.ts';
import { setLanguage, useLanguage } from './language.ts';

const words: Words<'explorer' | 'language'> = {
  vi: { explorer: 'Về trang khám phá', language: 'Ngôn ngữ của câu trả lời' },
  en: { explorer: 'To the explorer', language: 'Language of the answers' },
};

const names: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' };
const short: Readonly<Record<Language, string>> = { vi: 'VI', en: 'EN' };

/** The name of the program, which leads to the explorer, and the language that answers are asked in. */
export function Head() {
  const language = useLanguage();
  const say = words[language];
  return (
    <div className="caytre-head" lang={language}>
      <fieldset className="caytre-languages">
        <legend className="caytre-unseen">{say.language}</legend>
        {(['vi', 'en'] as const).map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-pressed={each === language}
            aria-label={names[each]}
            title={names[each]}
            onClick={() => setLanguage(each)}
          >
            <span className="caytre-long" aria-hidden="true">
              {names[each]}
            </span>
            <span className="caytre-short" aria-hidden="true">
              {short[each]}
            </span>
          </button>
        ))}
      </fieldset>
      <a href={`/?lang=${language}`} title={say.explorer} className="caytre-home">
        <img src="/icon.svg" alt="" width="20" height="20" />
        Cây Tre
      </a>
    </div>
  );
}
