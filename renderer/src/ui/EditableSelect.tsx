import { Select } from '@mantine/core';
import { useChoice } from './useChoice.ts';
import type { Commit } from './draft.ts';

interface EditableSelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly commit: Commit<T>;
}

/** One of a closed list, found by typing, stored when it is chosen. */
export function EditableSelect<T extends string>({ label, value, options, commit }: EditableSelectProps<T>) {
  const choice = useChoice(value, commit);
  return (
    <Select<T>
      label={label}
      size="xs"
      searchable
      openOnFocus={false}
      allowDeselect={false}
      nothingFoundMessage="Nothing in the list matches"
      data={[...options]}
      value={choice.value}
      error={choice.problem}
      errorProps={{ role: 'alert' }}
      onChange={(chosen) => {
        if (chosen !== null) choice.choose(chosen);
      }}
    />
  );
}
