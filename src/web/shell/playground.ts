import { language } from '../state/explorer.ts';
import { shownQuestion } from '../state/question.ts';

/** The address of the playground with the question behind the view that is shown; of the playground alone where it has none. */
export function playgroundAddress(): string {
  const parameters = new URLSearchParams();
  const question = shownQuestion.value;
  if (question !== undefined) {
    parameters.set('operation', question.operation);
    parameters.set('variables', JSON.stringify(question.variables));
  }
  parameters.set('lang', language.value);
  return `/playground?${parameters}`;
}
