import { Autocomplete, Button, Group, Modal, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Capability } from '../../../../shared/domain/capability/capability.ts';
import { askingFirst } from '../../parts/massChange.ts';
import { moveToGroup } from '../../store/commands/capabilities.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import classes from './capabilities.module.css';

interface SelectionBarProps {
  readonly chosen: readonly Capability[];
  readonly groups: readonly string[];
  readonly onClear: () => void;
}

/** What can be done with the capabilities that are selected. */
export function SelectionBar({ chosen, groups, onClear }: SelectionBarProps) {
  const [asks, setAsks] = useState(false);
  return (
    <section className={classes['bar']} aria-label="The selection">
      <Text size="xs" fw={600}>
        {chosen.length === 1 ? '1 capability' : `${chosen.length} capabilities`} selected
      </Text>
      <Button variant="default" onClick={() => setAsks(true)}>
        Move to a group
      </Button>
      <Button variant="subtle" onClick={onClear}>
        Clear the selection
      </Button>
      {asks && <MoveToGroup chosen={chosen} groups={groups} onClose={() => setAsks(false)} />}
    </section>
  );
}

interface MoveToGroupProps {
  readonly chosen: readonly Capability[];
  readonly groups: readonly string[];
  readonly onClose: () => void;
}

function MoveToGroup({ chosen, groups, onClose }: MoveToGroupProps) {
  const store = useStore();
  const [group, setGroup] = useState('');

  const move = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const name = group.trim();
    const ids = chosen.map(({ id }) => id);
    const what = ids.length === 1 ? '1 capability' : `${ids.length} capabilities`;
    const label = `Moved ${what} to ${name || 'no group'}`;
    const outcome = await askingFirst((confirmed) => moveToGroup(store, ids, name, label, confirmed));
    if (outcome === null) return;
    onClose();
    if (!outcome.ok) return notifyProblem('Nothing was moved', problemSentence(outcome.error));
    notifyDone(`Moved ${what}`, name === '' ? 'They are in no group now.' : `to ${name}`);
  };

  return (
    <Modal opened onClose={onClose} title="Move to a group" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={(event) => void move(event)}>
        <Autocomplete
          data-autofocus
          size="xs"
          label="Group"
          description="One that is there, or a new one"
          data={groups.filter((name) => name !== '')}
          value={group}
          onChange={setGroup}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Move</Button>
        </Group>
      </form>
    </Modal>
  );
}
