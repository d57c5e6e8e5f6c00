import type { Language, Words } from '../../pieces/language.ts';
import { renderDocument } from './document.tsx';
import type { Failure } from './failure.ts';

const words: Words<'heading' | 'todo' | 'code' | 'explorer'> = {
  vi: {
    heading: 'Không hiển thị được',
    todo: 'Cách xử lý',
    code: 'Mã lỗi',
    explorer: 'Mở Cây Tre',
  },
  en: {
    heading: 'This cannot be shown',
    todo: 'What to do',
    code: 'Code',
    explorer: 'Open Cây Tre',
  },
};

interface ProblemPageProps {
  readonly failure: Failure;
  readonly language: Language;
  readonly origin: string;
  readonly path: string;
  readonly stylesheet: string;
  /** Within a frame a page has little room. */
  readonly framed?: boolean;
}

/** A page that says what went wrong and what to do. */
export function problemPage({ failure, language, ...place }: ProblemPageProps): string {
  const say = words[language];
  const { message, mend, code } = failure;
  return renderDocument({
    about: {
      language,
      title: `${say.heading} · Cây Tre`,
      description: message,
      origin: place.origin,
      path: place.path,
      unlisted: true,
    },
    stylesheet: place.stylesheet,
    class: place.framed ? 'framed' : 'page',
    children: (
      <main class="problem">
        <h1>{say.heading}</h1>
        <p lang="en">{message}</p>
        {mend && (
          <p>
            <b>{say.todo}:</b> <span lang="en">{mend}</span>
          </p>
        )}
        <p class="soft">
          {say.code}: <code>{code}</code>
        </p>
        <p>
          <a
            href={`/?lang=${language}`}
            target={place.framed ? '_blank' : undefined}
            rel="noopener"
          >
            {say.explorer}
          </a>
        </p>
      </main>
    ),
  });
}
