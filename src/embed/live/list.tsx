import type { Drawing } from '../../pieces/drawing/drawing.ts';
import { familyLabels, relationCount } from '../../pieces/drawing/words.ts';
import { colourVariable, familyOf } from '../../pieces/kinds.ts';
import type { Language } from '../../pieces/language.ts';
import { words } from './words.ts';

interface ListProps {
  readonly drawing: Drawing;
  readonly language: Language;
  readonly selected: string | undefined;
  readonly choose: (id: string) => void;
}

/** All that is drawn, to be read: the best connected first. */
export function List({ drawing, language, selected, choose }: ListProps) {
  const { ids, kinds, names, degrees } = drawing;
  const order = ids.map((_id, number) => number).sort((a, b) => degrees[b]! - degrees[a]!);
  return (
    <ul class="live-list" aria-label={words[language].list}>
      {order.map((number) => {
        const id = ids[number]!;
        const kind = kinds[number]!;
        return (
          <li key={id}>
            <button type="button" aria-pressed={id === selected} onClick={() => choose(id)}>
              <svg width="10" height="10" aria-hidden="true">
                <circle cx="5" cy="5" r="5" fill={`var(${colourVariable(kind)})`} />
              </svg>
              <span>
                {names[number]}
                <small>
                  {familyLabels[language][familyOf(kind)]} ·{' '}
                  {relationCount(degrees[number]!, language)}
                </small>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
