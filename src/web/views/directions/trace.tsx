import { useState } from 'preact/hooks';
import { operations } from '../../../client/index.ts';
import { Citations } from '../../../pieces/citations.tsx';
import type { Words } from '../../../pieces/language.ts';
import { Answer } from '../../parts/answer.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { language, view } from '../../state/explorer.ts';
import { usePages } from '../../state/use-pages.ts';

type Edge = NonNullable<operations.TraceDocumentQuery['trace']>['edges'][number];

const words: Words<'heading' | 'backward' | 'forward' | 'none' | 'cut'> = {
  vi: {
    heading: 'Truy vết: từ đâu mà có, dẫn đến đâu',
    backward: 'Từ đâu mà có',
    forward: 'Dẫn đến đâu',
    none: 'Không truy được gì từ phương hướng này.',
    cut: 'Chỉ truy trong một số bước; xa hơn có thể còn nữa.',
  },
  en: {
    heading: 'Trace: what it comes of, and what comes of it',
    backward: 'What it comes of',
    forward: 'What comes of it',
    none: 'Nothing can be traced from this direction.',
    cut: 'Only so many steps were followed; there may be more further away.',
  },
};

/** What a direction comes of, step by step, and what comes of it; asked for when it is opened. */
export function Trace({ id }: { readonly id: string }) {
  const [open, setOpen] = useState(false);
  const say = words[language.value];
  const { asOf } = view.value;
  const pages = usePages(
    operations.TraceDocument,
    open ? { document: id, first: 20, ...(asOf !== undefined && { asOf }) } : undefined,
    (answer) => answer.trace ?? undefined,
  );
  const edges = open ? (pages.items as readonly Edge[]) : [];
  const isCut = pages.of.data?.some(({ trace }) => trace?.truncated != null) ?? false;
  return (
    <details class="trace" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say.heading}</summary>
      {open && (
        <Answer of={pages.of} isEmpty={() => edges.length === 0} empty={say.none}>
          {() => (
            <>
              {(['BACKWARD', 'FORWARD'] as const).map((flow) => (
                <Flow
                  key={flow}
                  heading={flow === 'BACKWARD' ? say.backward : say.forward}
                  edges={edges.filter((edge) => edge.flow === flow)}
                />
              ))}
              {isCut && <p class="muted">{say.cut}</p>}
              <Truncated
                shown={edges.length}
                of={pages.total}
                more={pages.more}
                busy={pages.busy}
                what={say.heading}
              />
            </>
          )}
        </Answer>
      )}
    </details>
  );
}

function Flow({ heading, edges }: { readonly heading: string; readonly edges: readonly Edge[] }) {
  const lang = language.value;
  if (edges.length === 0) return null;
  return (
    <>
      <h4>{heading}</h4>
      <ul>
        {edges.map(({ node, path }) => (
          <li key={node.id}>
            <p class="companion">
              <EntityLink entity={node} />
            </p>
            <ol class="hops">
              {path.hops.map(({ statement }) => (
                <li key={statement.id}>
                  {statement.text}
                  <Citations citations={statement.citations} language={lang} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </>
  );
}
