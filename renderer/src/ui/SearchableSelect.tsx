import { Select, type SelectProps } from '@mantine/core';

interface SearchableSelectProps<T extends string> extends Pick<SelectProps<T>, 'label' | 'error'> {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChoose: (value: T) => void;
}

/** One of a closed list, found by typing: what is typed replaces what stood there, and Enter takes the first that fits. */
export function SearchableSelect<T extends string>({ options, onChoose, ...field }: SearchableSelectProps<T>) {
  return (
    <Select<T>
      {...field}
      size="xs"
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      // Else opening the list, which the first letter does, would go back to what is chosen and not to what fits.
      selectFirstOptionOnDropdownOpen
      allowDeselect={false}
      nothingFoundMessage="Nothing in the list matches"
      data={[...options]}
      errorProps={{ role: 'alert' }}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(chosen) => {
        if (chosen !== null) onChoose(chosen);
      }}
    />
  );
}
