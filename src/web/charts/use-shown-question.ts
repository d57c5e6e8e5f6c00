import { useEffect } from 'preact/hooks';
import { type ShownQuestion, shownQuestion } from '../state/question.ts';

/** Says which question is behind the view while it is there. */
export function useShownQuestion({ operation, variables }: ShownQuestion): void {
  const text = JSON.stringify(variables);
  useEffect(() => {
    const question: ShownQuestion = { operation, variables: JSON.parse(text) };
    shownQuestion.value = question;
    return () => {
      if (shownQuestion.value === question) shownQuestion.value = undefined;
    };
  }, [operation, text]);
}
