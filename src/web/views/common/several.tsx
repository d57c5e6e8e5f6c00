import type { Words } from '../../../pieces/language.ts';
import { EntityPicker } from '../../parts/entity-picker.tsx';
import { language } from '../../state/explorer.ts';

const words: Words<'entity' | 'another' | 'most'> = {
  vi: { entity: 'Thực thể', another: 'Thêm một thực thể', most: 'Đã đủ số tối đa.' },
  en: { entity: 'Entity', another: 'Add an entity', most: 'That is the most.' },
};

interface SeveralProps {
  readonly ids: readonly string[];
  readonly most: number;
  readonly choose: (ids: readonly string[]) => void;
}

/** Several entities to choose, one field each, with one more for the next. */
export function Several({ ids, most, choose }: SeveralProps) {
  const say = words[language.value];
  return (
    <form class="several" onSubmit={(event) => event.preventDefault()}>
      {ids.map((id, index) => (
        <EntityPicker
          key={id}
          label={`${say.entity} ${index + 1}`}
          value={id}
          choose={(chosen) =>
            choose(ids.flatMap((each) => (each !== id ? [each] : chosen ? [chosen] : [])))
          }
        />
      ))}
      {ids.length < most ? (
        <EntityPicker
          key={ids.length}
          label={say.another}
          choose={(chosen) => chosen && choose([...ids, chosen])}
        />
      ) : (
        <p class="muted">{say.most}</p>
      )}
    </form>
  );
}
