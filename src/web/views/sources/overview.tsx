import { operations } from '../../../client/index.ts';
import { Answer } from '../../parts/answer.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { language } from '../../state/explorer.ts';
import { usePages } from '../../state/use-pages.ts';
import { useOfferedExports, useShownQuestion } from '../../state/use-shown.ts';
import { Compared } from './compared.tsx';
import { sharedCounts } from './counts.ts';
import { exportsOfSources } from './exports.ts';
import { SourceCard } from './source-card.tsx';
import { words } from './words.ts';

/** All sources, one below the other, and how they compare. */
export function Overview() {
  const say = words[language.value];
  const pages = usePages(operations.Sources, {}, ({ sources }) => sources);
  useShownQuestion(operations.Sources, {});
  useOfferedExports(
    exportsOfSources(pages.items, sharedCounts(pages.of.data?.[0]?.shared.rows ?? [])),
    pages.of.data,
  );
  return (
    <>
      <p class="lead">{say.intro}</p>
      <Answer of={pages.of}>
        {([first]) => {
          const shared = sharedCounts(first!.shared.rows);
          return (
            <>
              <ul class="plain source-cards">
                {pages.items.map((source) => (
                  <li key={source.id}>
                    <SourceCard source={source} states={shared(source.id, source.id)} />
                  </li>
                ))}
              </ul>
              <Truncated
                shown={pages.items.length}
                of={pages.total}
                more={pages.more}
                busy={pages.busy}
              />
              <Compared sources={pages.items} shared={shared} kinds={first!.byKind.rows} />
            </>
          );
        }}
      </Answer>
    </>
  );
}
