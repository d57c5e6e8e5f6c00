/** A field in which somebody finds an entity by typing; `choose` is told its id. */
export interface EntityPickerProps {
  readonly label: string;
  /** The id of what is chosen, if something is. */
  readonly value?: string | undefined;
  /** Only entities of these kinds. */
  readonly kinds?: readonly string[];
  readonly choose: (id: string | undefined) => void;
}

export function EntityPicker({ label, value, choose }: EntityPickerProps) {
  return (
    <label>
      {label}
      <input
        value={value ?? ''}
        onChange={(event) => choose(event.currentTarget.value || undefined)}
      />
    </label>
  );
}
