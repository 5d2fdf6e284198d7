import { Group, Kbd, Modal, Table } from '@mantine/core';
import type { Action } from './actions.ts';

/** The keys that work everywhere, and those of lists and fields. */
export function ShortcutsDialog({ actions, onClose }: { actions: readonly Action[]; onClose: () => void }) {
  const rows = [...actions.filter(({ keys }) => keys.length > 0), ...inPlace];
  return (
    <Modal opened onClose={onClose} title="Shortcuts" size="lg">
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {rows.map(({ label, keys }) => (
            <Table.Tr key={label}>
              <Table.Td>{label}</Table.Td>
              <Table.Td>
                <Group gap="xs" justify="flex-end">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

// What the pages and fields listen to themselves.
const inPlace: readonly Pick<Action, 'label' | 'keys'>[] = [
  { label: 'In a field: store it now', keys: ['Enter'] },
  { label: 'In a field: back to what is stored', keys: ['Escape'] },
  { label: 'In the directory: find', keys: ['Ctrl+F'] },
  { label: 'In the directory: open, select', keys: ['Enter', 'Space'] },
];
