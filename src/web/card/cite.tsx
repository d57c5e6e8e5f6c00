import { operations } from '../../client/index.ts';
import { Answer } from '../parts/answer.tsx';
import { copy } from '../shell/copy.ts';
import { language } from '../state/explorer.ts';
import { useAnswer } from '../state/use-answer.ts';
import { words } from './words.ts';

type Node = NonNullable<operations.ReferencesQuery['nodes'][number]>;

interface Reference {
  readonly apa: string;
  readonly bibtex: string;
}

const referencesIn = (node: Node): readonly Reference[] => {
  if ('citations' in node) return node.citations;
  return 'apa' in node ? [node] : [];
};

/** How to cite articles, or the paragraphs that make a statement: in two styles, to be copied. */
export function Cite({ ids }: { readonly ids: readonly string[] }) {
  const answer = useAnswer(operations.References, { ids });
  return (
    <Answer of={answer}>
      {({ nodes }) => {
        const references = nodes.flatMap((node) => (node === null ? [] : referencesIn(node)));
        const each = (style: keyof Reference): readonly string[] => [
          ...new Set(references.map((reference) => reference[style])),
        ];
        return (
          <div class="references">
            <References title="APA" texts={each('apa')} />
            <References title="BibTeX" texts={each('bibtex')} />
          </div>
        );
      }}
    </Answer>
  );
}

interface ReferencesProps {
  readonly title: string;
  readonly texts: readonly string[];
}

/** References in one style, and a button that copies them all. */
export function References({ title, texts }: ReferencesProps) {
  const say = words[language.value];
  return (
    <section class="reference">
      <h4>
        {title}
        <button
          type="button"
          class="quiet"
          onClick={() => void copy(texts.join('\n\n'), say.copied)}
        >
          {say.copy}
          <span class="hidden"> {title}</span>
        </button>
      </h4>
      {title === 'APA' ? (
        texts.map((text) => (
          <p key={text} lang="en">
            {text}
          </p>
        ))
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section class="scroll" tabIndex={0} aria-label={title}>
          <pre>{texts.join('\n\n')}</pre>
        </section>
      )}
    </section>
  );
}
