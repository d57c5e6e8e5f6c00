import { operations } from '../../client/index.ts';
import { StatementBody } from '../../pieces/card/statement-body.tsx';
import { Answer } from '../parts/answer.tsx';
import { go, language, view } from '../state/explorer.ts';
import { useAnswer } from '../state/use-answer.ts';
import { CopyLink } from './actions.tsx';
import { Cite } from './cite.tsx';
import { Unfold } from './unfold.tsx';
import { words } from './words.ts';

/** The card of a statement. */
export function StatementPanel({ id }: { readonly id: string }) {
  const { asOf } = view.value;
  const lang = language.value;
  const say = words[lang];
  const answer = useAnswer(operations.Statement, { id, ...(asOf !== undefined && { asOf }) });
  return (
    <Answer of={answer} loading={say.loading}>
      {({ node }) => {
        if (node === null || !('text' in node)) {
          return (
            <div class="state empty">
              <h2>{say.unknownStatement}</h2>
              <p>
                <code>{id}</code>
              </p>
            </div>
          );
        }
        const ends = [node.subject, ...('entity' in node.value ? [node.value.entity] : [])];
        return (
          <>
            <StatementBody statement={node} language={lang} />
            <fieldset class="card-actions" aria-label={say.actions}>
              <button
                type="button"
                onClick={() => go({ view: 'graph', around: ends.map((end) => end.id) })}
              >
                {say.around}
              </button>
              <CopyLink id={id} />
            </fieldset>
            <Unfold title={say.cite}>{() => <Cite ids={[id]} />}</Unfold>
          </>
        );
      }}
    </Answer>
  );
}
