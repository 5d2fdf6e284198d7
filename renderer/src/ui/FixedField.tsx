import { Input, Text } from '@mantine/core';

interface FixedFieldProps {
  readonly label: string;
  readonly value: string;
}

/** A value that stands among fields and cannot be edited. */
export function FixedField({ label, value }: FixedFieldProps) {
  return (
    <Input.Wrapper label={label} labelElement="div" size="xs">
      <Text size="xs" lh="30px" truncate title={value}>
        {value}
      </Text>
    </Input.Wrapper>
  );
}
