import type { Commit } from './draft.ts';
import { SearchableSelect } from './SearchableSelect.tsx';
import { useChoice } from './useChoice.ts';

interface EditableSelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly commit: Commit<T>;
}

/** One of a closed list, stored when it is chosen. */
export function EditableSelect<T extends string>({ label, value, options, commit }: EditableSelectProps<T>) {
  const choice = useChoice(value, commit);
  return (
    <SearchableSelect
      label={label}
      options={options}
      value={choice.value}
      error={choice.problem}
      onChoose={choice.choose}
    />
  );
}
