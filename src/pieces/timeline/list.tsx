import { citationsOf } from '../chart/cited.ts';
import { Citations } from '../citations.tsx';
import { EntityName } from '../entity-name.tsx';
import type { Language } from '../language.ts';
import type { TimelineMark } from './marks.ts';
import { tellWhen } from './when.ts';

interface TimelineListProps {
  readonly marks: readonly TimelineMark[];
  readonly language: Language;
  readonly selected: string | undefined;
}

/** The timeline as a list, year by year: for narrow places, and for those who read rather than look. */
export function TimelineList({ marks, language, selected }: TimelineListProps) {
  const years = new Map<string, TimelineMark[]>();
  for (const mark of marks) {
    const year = mark.from.slice(0, 4);
    const group = years.get(year);
    if (group === undefined) years.set(year, [mark]);
    else group.push(mark);
  }
  return (
    <ol class="timeline-list">
      {[...years].map(([year, group]) => (
        <li key={year}>
          <p class="timeline-year">{Number(year)}</p>
          <ol>
            {group.map((mark) => (
              <li
                key={mark.key}
                class={isOf(mark, selected) ? 'timeline-item chosen' : 'timeline-item'}
              >
                <time dateTime={mark.from}>{tellWhen(mark, language)}</time>
                <div>
                  <p class="timeline-name">
                    <EntityName entity={mark.subject} />
                  </p>
                  <p class="timeline-what">
                    {mark.label === mark.subject.name ? mark.what : mark.label}
                  </p>
                  <Citations citations={citationsOf(mark.statements)} language={language} />
                </div>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

/** Whether a mark is of the entity or statement that is selected. */
export const isOf = (mark: TimelineMark, selected: string | undefined): boolean =>
  selected !== undefined &&
  (mark.subject.id === selected || mark.statements.some(({ id }) => id === selected));
