import { formatProblem } from '../../graphql/errors.ts';
import { languagesMissed, readLanguage } from '../../graphql/language.ts';
import { after } from '../../graphql/later.ts';
import type { Language } from '../../ontology/model.ts';
import { lastUsed } from '../../util/last-used.ts';
import type { Answers, FoundAnswer } from '../answers/answers.ts';
import { type AskedLanguage, keyOf } from '../answers/key.ts';
import type { SendAnswer } from '../answers/send.ts';
import type { FaultOf } from '../refusals.ts';
import type { Question } from './answering.ts';
import type { Exchange, Head } from './exchange.ts';
import { bindFailures } from './failures.ts';
import { sendError } from './send-error.ts';

/** A body of JSON. It is read only when the answer to its text is not known. */
export class UnreadJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export interface RespondParts {
  readonly answers: Answers;
  readonly sendAnswer: SendAnswer;
  /** Reads JSON that would not change the prototype of an object. */
  readonly readJson: (text: string) => unknown;
  readonly faultOf: FaultOf;
}

/** Answers a question, whose body is JSON, another that has been read, or none. */
export type Respond = (exchange: Exchange, body: unknown) => void;

/** For how many ways to write `Accept-Language` what they mean is remembered; browsers have a few dozen. */
const LANGUAGE_HEADERS = 200;

interface Asked extends AskedLanguage {
  /** What the head of an answer says of the language. */
  readonly head: Head;
}

const headIn = (language: Language): Head => [
  ...['content-language', language],
  ...['vary', 'Accept, Accept-Language, Accept-Encoding'],
];
const heads: Readonly<Record<Language, Head>> = { vi: headIn('vi'), en: headIn('en') };

/** What `/graphql` answers to a GET or POST, once it is let in and its body is there. */
export function createRespond({ answers, sendAnswer, readJson, faultOf }: RespondParts): Respond {
  const asked = lastUsed(LANGUAGE_HEADERS, (accepted: string | undefined): Asked => {
    const language = readLanguage(accepted);
    return { language, missed: languagesMissed(accepted), head: heads[language] };
  });

  const send = (
    exchange: Exchange,
    { answer, found }: FoundAnswer,
    about: Head,
  ): void | Promise<void> => {
    // Of what was made for it, the request has learnt the rest; of what is kept, this is kept as well.
    if (found === 'kept' && answer.learnt !== undefined) exchange.watch.note(answer.learnt);
    else exchange.watch.note({ ...(found === 'shared' && answer.learnt), cache: found });
    if (!('problem' in answer)) return sendAnswer(exchange, { answer, found }, about);
    const { status, problem, extensions } = answer;
    sendError(exchange, { status, error: formatProblem(problem), extensions }, about);
  };

  /** Never throws, for nobody is behind it. */
  const fail = (exchange: Exchange, thrown: unknown, about: Head): void => {
    const { status, error } = faultOf(thrown as Error);
    const [told = error] = bindFailures([error], exchange.watch);
    if (exchange.response.headersSent) exchange.response.destroy();
    else sendError(exchange, { status, error: told }, about);
  };

  /** The answer is sent at once where it is known, or else when it is made. */
  const answer = (exchange: Exchange, body: unknown, inLanguage: Asked): void | Promise<void> => {
    const { request, response, watch } = exchange;
    const { headers } = request;
    const isPost = request.method === 'POST';
    const search = isPost ? '' : searchOf(request.url);
    const text = body instanceof UnreadJson ? body.text : '';
    const key = keyOf(request, inLanguage, isPost ? text : search);
    const known = answers.kept(key);
    if (known !== undefined) {
      return send(exchange, { answer: known, found: 'kept' }, inLanguage.head);
    }
    const question: Question = {
      method: isPost ? 'POST' : 'GET',
      search,
      body: body instanceof UnreadJson ? readJson(text) : body,
      bodyLength: Buffer.byteLength(text),
      headers,
      language: inLanguage.language,
      languagesMissed: inLanguage.missed,
      onEnd: (listener) => response.on('close', listener),
      watch,
    };
    return after(answers.ask(key, question), (found) => send(exchange, found, inLanguage.head));
  };

  return (exchange, body) => {
    const inLanguage = asked(exchange.request.headers['accept-language']);
    try {
      const answered = answer(exchange, body, inLanguage);
      answered?.catch((error) => fail(exchange, error, inLanguage.head));
    } catch (error) {
      fail(exchange, error, inLanguage.head);
    }
  };
}

const searchOf = (url = ''): string => {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
};
