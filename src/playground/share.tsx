/** @jsxImportSource react */
import { pick, ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useEffect, useRef, useState } from 'react';
import type { Words } from '../pieces/language.ts';
import { writeAddress } from './address.ts';
import { useLanguage } from './language.ts';

const words: Words<'share' | 'copied' | 'byHand' | 'close'> = {
  vi: {
    share: 'Chép liên kết tới truy vấn này',
    copied: 'Đã chép liên kết.',
    byHand: 'Liên kết tới truy vấn này',
    close: 'Đóng',
  },
  en: {
    share: 'Copy a link to this query',
    copied: 'The link is copied.',
    byHand: 'Link to this query',
    close: 'Close',
  },
};

/** How long it says that the link was copied, in milliseconds. */
const TOLD = 4_000;

/** Copies the address that opens the same query, variables and language; where that is not allowed, shows it. */
export function Share() {
  const language = useLanguage();
  const say = words[language];
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'));
  const [told, setTold] = useState('');
  const [shown, setShown] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (shown !== undefined) field.current?.select();
  }, [shown]);
  useEffect(() => {
    if (told === '') return;
    const timer = setTimeout(() => setTold(''), TOLD);
    return () => clearTimeout(timer);
  }, [told]);

  const share = async (): Promise<void> => {
    const address = writeAddress({
      query: queryEditor?.getValue() ?? '',
      variables: variableEditor?.getValue(),
      lang: language,
    });
    const link = new URL(address, location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      setTold(say.copied);
    } catch {
      setShown(link);
    }
  };
  const close = (): void => {
    setShown(undefined);
    button.current?.focus();
  };

  return (
    <>
      <ToolbarButton ref={button} label={say.share} lang={language} onClick={() => void share()}>
        <svg
          className="graphiql-toolbar-icon"
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          aria-hidden="true"
        >
          <path
            d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5"
            strokeLinecap="round"
          />
        </svg>
      </ToolbarButton>
      <output className="caytre-told" lang={language}>
        {told}
      </output>
      {shown !== undefined && (
        <div className="caytre-link" lang={language}>
          <label>
            {say.byHand}
            <input ref={field} readOnly value={shown} />
          </label>
          <button type="button" className="caytre-plain" onClick={close}>
            {say.close}
          </button>
        </div>
      )}
    </>
  );
}
