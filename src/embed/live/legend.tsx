import type { Drawing } from '../../pieces/drawing/drawing.ts';
import { familyLabels } from '../../pieces/drawing/words.ts';
import { type Family, familyOf } from '../../pieces/kinds.ts';
import type { Language } from '../../pieces/language.ts';

/** What the colours stand for, the most frequent first. */
export function Legend({
  drawing,
  language,
}: {
  readonly drawing: Drawing;
  readonly language: Language;
}) {
  const counts = new Map<Family, number>();
  for (const kind of drawing.kinds) {
    const family = familyOf(kind);
    counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  const families = [...counts].sort(([, one], [, other]) => other - one);
  return (
    <ul class="live-legend">
      {families.map(([family]) => (
        <li key={family}>
          <svg width="9" height="9" aria-hidden="true">
            <circle cx="4.5" cy="4.5" r="4.5" fill={`var(--caytre-kind-${family})`} />
          </svg>
          {familyLabels[language][family]}
        </li>
      ))}
    </ul>
  );
}
