import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Commit } from './draft.ts';
import { useChoice } from './useChoice.ts';

interface EditableCheckboxProps {
  readonly label: ReactNode;
  readonly value: boolean;
  readonly commit: Commit<boolean>;
}

/** Yes or no, stored when it is ticked. */
export function EditableCheckbox({ label, value, commit }: EditableCheckboxProps) {
  const choice = useChoice(value, commit);
  return (
    <Checkbox
      size="xs"
      label={label}
      checked={choice.value}
      error={choice.problem}
      onChange={(event) => choice.choose(event.currentTarget.checked)}
    />
  );
}
