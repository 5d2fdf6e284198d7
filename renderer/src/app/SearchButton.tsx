import { Button, Kbd, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';

export function SearchButton({ onClick }: { onClick: () => void }) {
  return (
    <Button
      variant="default"
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
      rightSection={
        <Kbd size="xs" aria-hidden visibleFrom="sm">
          Ctrl K
        </Kbd>
      }
      onClick={onClick}
      aria-keyshortcuts="Control+K"
    >
      Search <VisuallyHidden>and commands</VisuallyHidden>
    </Button>
  );
}
