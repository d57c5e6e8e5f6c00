import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../../pieces/language.ts';

const tags: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

const engine = (): SpeechSynthesis | undefined =>
  'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined;

const voiceFor = (language: Language): SpeechSynthesisVoice | undefined => {
  const voices = (engine()?.getVoices() ?? []).filter(({ lang }) =>
    lang.toLowerCase().replace('_', '-').startsWith(language),
  );
  // A voice of the machine itself reads without asking another host.
  return voices.find(({ localService }) => localService);
};

export interface Speech {
  /** Whether there is a voice on this machine for the language. */
  readonly can: boolean;
  /** Which of the sentences is being read; `undefined` while none is. */
  readonly reading: number | undefined;
  readonly read: (sentences: readonly string[]) => void;
  readonly stop: () => void;
}

/** Reads sentences aloud, one after the other, in a language; stops when what is read goes out of sight. */
export function useSpeech(language: Language): Speech {
  const [can, setCan] = useState(() => voiceFor(language) !== undefined);
  const [reading, setReading] = useState<number>();
  /** What was begun before, and ended by beginning anew, has no say any more. */
  const turn = useRef(0);

  useEffect(() => {
    const speech = engine();
    const look = () => setCan(voiceFor(language) !== undefined);
    look();
    // Some browsers know their voices only after a while.
    speech?.addEventListener?.('voiceschanged', look);
    return () => {
      speech?.removeEventListener?.('voiceschanged', look);
      speech?.cancel();
      setReading(undefined);
    };
  }, [language]);

  const read = (sentences: readonly string[]) => {
    const speech = engine();
    const voice = voiceFor(language);
    if (speech === undefined || voice === undefined) return;
    speech.cancel();
    turn.current += 1;
    const mine = turn.current;
    const set = (index: number | undefined) => turn.current === mine && setReading(index);
    for (const [index, sentence] of sentences.entries()) {
      const utterance = new SpeechSynthesisUtterance(sentence);
      utterance.lang = tags[language];
      utterance.voice = voice;
      utterance.onstart = () => set(index);
      const last = index === sentences.length - 1;
      utterance.onend = () => last && set(undefined);
      utterance.onerror = () => set(undefined);
      speech.speak(utterance);
    }
    setReading(0);
  };
  const stop = () => {
    engine()?.cancel();
    setReading(undefined);
  };
  return { can, reading, read, stop };
}
