import { colourVariable } from '../../../pieces/kinds.ts';
import { formatNumber, type Words } from '../../../pieces/language.ts';
import type { TimelineMark } from '../../../pieces/timeline/marks.ts';
import { go, language, view } from '../../state/explorer.ts';

const words: Words<'kinds' | 'all'> = {
  vi: { kinds: 'Loại', all: 'Hiện mọi loại' },
  en: { kinds: 'Kinds', all: 'Show all kinds' },
};

interface KindChipsProps {
  readonly marks: readonly TimelineMark[];
  readonly labels: Readonly<Record<string, string>>;
}

/** The kinds of what the timeline holds, with counts: pressed, one is left out, here and in the other views. */
export function KindChips({ marks, labels }: KindChipsProps) {
  const lang = language.value;
  const say = words[lang];
  const { without } = view.value;
  const counts = new Map<string, number>();
  for (const { subject } of marks) counts.set(subject.kind, (counts.get(subject.kind) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return (
    <fieldset class="kind-chips">
      <legend>{say.kinds}</legend>
      <div class="row">
        {sorted.map(([kind, count]) => {
          const isShown = !without.includes(kind);
          return (
            <button
              key={kind}
              type="button"
              class="chip"
              aria-pressed={isShown}
              data-kind={kind}
              onClick={() =>
                go({
                  without: isShown ? [...without, kind] : without.filter((each) => each !== kind),
                })
              }
            >
              <span class="dot" style={{ background: `var(${colourVariable(kind)})` }} />
              {labels[kind] ?? kind} <span class="count">{formatNumber(count, lang)}</span>
            </button>
          );
        })}
        {without.length > 0 && (
          <button type="button" class="quiet" onClick={() => go({ without: [] })}>
            {say.all}
          </button>
        )}
      </div>
    </fieldset>
  );
}
