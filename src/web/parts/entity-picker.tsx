import { useState } from 'preact/hooks';
import { colourVariable } from '../../pieces/kinds.ts';
import type { Words } from '../../pieces/language.ts';
import { language } from '../state/explorer.ts';
import { useNames } from '../state/use-names.ts';
import { Combobox } from './find/combobox.tsx';
import { useFound } from './find/use-found.ts';

const words: Words<'placeholder' | 'unknown'> = {
  vi: { placeholder: 'Gõ tên, có dấu hoặc không dấu', unknown: 'Đồ thị không có mã này:' },
  en: { placeholder: 'Type a name, with or without marks', unknown: 'The graph has no such id:' },
};

/** A field in which somebody finds an entity by typing; `choose` is told its id. */
export interface EntityPickerProps {
  readonly label: string;
  /** The id of what is chosen, if something is. */
  readonly value?: string | undefined;
  /** Only entities of these kinds. */
  readonly kinds?: readonly string[];
  readonly choose: (id: string | undefined) => void;
}

export function EntityPicker({ label, value, kinds, choose }: EntityPickerProps) {
  const say = words[language.value];
  /** What is being typed; not given while the field shows what is chosen. */
  const [typed, type] = useState<string>();
  const chosen = useNames(value === undefined ? [] : [value]);
  const named = chosen.names[0];
  const isUnknown = value !== undefined && chosen.names.length > 0 && named === undefined;
  const finding = useFound(typed ?? '', { kinds });
  return (
    <div class="picker">
      <span class="label" aria-hidden="true">
        {label}
      </span>
      <Combobox
        label={label}
        placeholder={say.placeholder}
        text={typed ?? named?.name ?? value ?? ''}
        type={type}
        finding={finding}
        choose={(found) => {
          type(undefined);
          choose(found.id);
        }}
        leave={() => {
          if (typed?.trim() === '' && value !== undefined) choose(undefined);
          type(undefined);
        }}
        clear={() => {
          type(undefined);
          choose(undefined);
        }}
        escape={typed === undefined ? undefined : () => type(undefined)}
        mark={
          named?.kind !== undefined && typed === undefined ? (
            <span
              class="mark"
              aria-hidden="true"
              style={{ '--kind': `var(${colourVariable(named.kind)})` }}
            />
          ) : undefined
        }
      />
      {isUnknown && (
        <p class="warn" role="alert">
          {say.unknown} <code>{value}</code>
        </p>
      )}
    </div>
  );
}
