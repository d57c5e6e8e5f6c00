import type { Words } from '../../pieces/language.ts';
import { language } from '../state/explorer.ts';
import { shownQuestion } from '../state/question.ts';
import { Code } from './code.tsx';
import { playgroundAddress } from './playground.ts';

const words: Words<'what' | 'address' | 'example' | 'here' | 'playground' | 'operations'> = {
  vi: {
    what: 'Mọi thứ ở đây đều hỏi từ một API GraphQL mà chương trình của bạn cũng hỏi được, không cần khóa.',
    address: 'Địa chỉ của API',
    example: 'Ví dụ, bằng dòng lệnh',
    here: 'Truy vấn đằng sau khung nhìn này, bằng dòng lệnh',
    playground: 'Mở sân chơi GraphiQL, có tài liệu của mọi trường',
    operations: 'Các truy vấn có sẵn, cùng nội dung (JSON)',
  },
  en: {
    what: 'Everything here is asked of a GraphQL API, which your programs can ask as well, without a key.',
    address: 'The address of the API',
    example: 'For example, on the command line',
    here: 'The query behind this view, on the command line',
    playground: 'Open the playground, GraphiQL, with the documentation of every field',
    operations: 'The operations that the server has itself, with their text (JSON)',
  },
};

/** Where the API is, and how programs ask it. */
export default function Api() {
  const lang = language.value;
  const say = words[lang];
  const address = `${location.origin}/graphql`;
  const question = shownQuestion.value ?? {
    operation: 'Suggest',
    variables: { prefix: 'hội nghị ng' },
  };
  const body = JSON.stringify({ documentId: question.operation, variables: question.variables });
  return (
    <>
      <p>{say.what}</p>
      <Code title={say.address} text={address} />
      <Code
        title={shownQuestion.value === undefined ? say.example : say.here}
        text={`curl ${address} \\\n  -H 'content-type: application/json' -H 'accept-language: ${lang}' \\\n  -d '${body.replaceAll("'", String.raw`'\''`)}'`}
      />
      <ul class="plain">
        <li>
          <a href={playgroundAddress()}>{say.playground}</a>
        </li>
        <li>
          <a href="/operations.json">{say.operations}</a>
        </li>
      </ul>
    </>
  );
}
