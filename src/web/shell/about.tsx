import { operations } from '../../client/index.ts';
import { formatNumber, type Words } from '../../pieces/language.ts';
import { Answer } from '../parts/answer.tsx';
import { go, language } from '../state/explorer.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Code } from './code.tsx';
import { openDialog } from './open-dialog.ts';

const words: Words<
  | 'what'
  | 'sources'
  | 'holds'
  | 'entities'
  | 'statements'
  | 'citations'
  | 'articles'
  | 'version'
  | 'versionHint'
  | 'licence'
  | 'licenceText'
  | 'cite'
  | 'name'
  | 'data'
  | 'read'
> = {
  vi: {
    what: 'Cây Tre là đồ thị tri thức về ngoại giao Việt Nam, trong đó mọi điều đều có trích dẫn: bài báo nào nói, ở đoạn nào, bằng những từ nào. Chỗ các bài báo nói khác nhau thì ghi cả hai. Tên lấy từ hình ảnh “ngoại giao cây tre”.',
    sources: 'Xem các nguồn',
    holds: 'Có gì trong đồ thị',
    entities: 'thực thể',
    statements: 'mệnh đề',
    citations: 'trích dẫn',
    articles: 'bài báo',
    version: 'Phiên bản dữ liệu',
    versionHint: 'Mã băm SHA-256 của nội dung: cùng nội dung thì cùng phiên bản.',
    licence: 'Giấy phép',
    licenceText:
      'Chương trình và dữ liệu của dự án theo giấy phép MIT. Các bài báo là của tác giả và tòa soạn; ở đây chỉ ghi lại sự việc, kèm vài từ để đối chiếu.',
    cite: 'Trích dẫn thế nào',
    name: 'Cây Tre: đồ thị tri thức có trích dẫn về ngoại giao Việt Nam',
    data: 'Dữ liệu phiên bản',
    read: 'truy cập ngày',
  },
  en: {
    what: 'Cây Tre is a knowledge graph of Viet Nam’s diplomacy in which everything is cited: which article says it, in which paragraph, by which words. Where the articles differ, both are kept. The name comes from the image of “bamboo diplomacy”.',
    sources: 'See the sources',
    holds: 'What the graph holds',
    entities: 'entities',
    statements: 'statements',
    citations: 'citations',
    articles: 'articles',
    version: 'Version of the data',
    versionHint: 'The SHA-256 of its content: the same content has the same version.',
    licence: 'Licence',
    licenceText:
      'The program and the data of the project are under the MIT licence. The articles belong to their authors and publishers; only facts are taken down here, with a few words of each to check them by.',
    cite: 'How to cite it',
    name: 'Cây Tre: a cited knowledge graph of Viet Nam’s diplomacy',
    data: 'Data version',
    read: 'accessed',
  },
};

/** What this is, how much it holds, in which version, under which licence, and how to cite it. */
export default function About() {
  const lang = language.value;
  const say = words[lang];
  const overview = useAnswer(operations.Overview, {});
  return (
    <>
      <p>{say.what}</p>
      <p>
        <button
          type="button"
          onClick={() => {
            openDialog.value = undefined;
            go({ view: 'sources', find: '' });
          }}
        >
          {say.sources}
        </button>
      </p>
      <Answer of={overview}>
        {({ dataset: { version, counts } }) => {
          const short = version.slice(0, 12);
          const day = new Date().toISOString().slice(0, 10);
          const address = `${location.origin}/`;
          return (
            <>
              <h3>{say.holds}</h3>
              <dl class="counts">
                {(
                  [
                    ['entities', counts.entities],
                    ['statements', counts.statements],
                    ['citations', counts.citations],
                    ['articles', counts.sources],
                  ] as const
                ).map(([what, count]) => (
                  <div key={what}>
                    <dt>{say[what]}</dt>
                    <dd>{formatNumber(count, lang)}</dd>
                  </div>
                ))}
              </dl>
              <h3>{say.version}</h3>
              <p>
                <code>{version}</code>
              </p>
              <p class="small muted">{say.versionHint}</p>
              <h3>{say.licence}</h3>
              <p>{say.licenceText}</p>
              <h3>{say.cite}</h3>
              <Code
                title={lang === 'vi' ? 'Văn bản' : 'Text'}
                text={`${say.name}. ${say.data} ${short}. ${address} (${say.read} ${day}).`}
              />
              <Code
                title="BibTeX"
                text={[
                  '@misc{caytre,',
                  `  title = {${say.name}},`,
                  `  note = {${say.data} ${short}},`,
                  `  howpublished = {\\url{${address}}},`,
                  `  urldate = {${day}}`,
                  '}',
                ].join('\n')}
              />
            </>
          );
        }}
      </Answer>
    </>
  );
}
