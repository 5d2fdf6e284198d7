import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { OrganisationSummary } from '../../../../shared/domain/organisation/directory.ts';
import { useHost } from '../../host/HostContext.tsx';
import { removeOrganisations } from '../../store/commands/organisations.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import classes from './directory.module.css';
import { exportOrganisations } from './exportOrganisations.ts';

interface SelectionBarProps {
  readonly chosen: readonly OrganisationSummary[];
  readonly total: number;
  readonly onClear: () => void;
}

/** What can be done with the rows that are selected. */
export function SelectionBar({ chosen, total, onClear }: SelectionBarProps) {
  const host = useHost();
  const store = useStore();
  const [asks, setAsks] = useState(false);
  const ids = chosen.map(({ id }) => id);
  const count = countOf(chosen.length);

  const remove = async (): Promise<void> => {
    setAsks(false);
    const outcome = await removeOrganisations(store, ids);
    if (!outcome.ok) return notifyProblem('Nothing was removed', problemSentence(outcome.error));
    notifyDone(`Removed ${count}`, 'Undo (Ctrl+Z) brings them back as they were.');
    onClear();
  };

  return (
    <section className={classes['selection']} aria-label="The selection">
      <Text size="xs" fw={600}>
        {count} selected
      </Text>
      <Button variant="default" onClick={() => void exportOrganisations(store, host, ids)}>
        Export as CSV
      </Button>
      <Button variant="default" onClick={() => (isMany(chosen.length, total) ? setAsks(true) : void remove())}>
        Remove
      </Button>
      <Button variant="subtle" onClick={onClear}>
        Clear the selection
      </Button>
      <Modal opened={asks} onClose={() => setAsks(false)} title={`Remove ${count}?`}>
        <Text size="sm">
          That is {chosen.length.toLocaleString('en-GB')} of the {total.toLocaleString('en-GB')} in this workspace. Undo
          brings them back in one step.
        </Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" data-autofocus onClick={() => setAsks(false)}>
            Keep them
          </Button>
          <Button color="red" onClick={() => void remove()}>
            Remove {count}
          </Button>
        </Group>
      </Modal>
    </section>
  );
}

/** Mass changes are asked about; the rest is undone where it was not meant. */
function isMany(count: number, total: number): boolean {
  return count > 50 || (count > 1 && count > total / 5);
}

function countOf(count: number): string {
  return count === 1 ? '1 organisation' : `${count.toLocaleString('en-GB')} organisations`;
}
