import { Button, Text } from '@mantine/core';
import type { OrganisationSummary } from '../../../../shared/domain/organisation/directory.ts';
import { useHost } from '../../host/HostContext.tsx';
import { askingFirst } from '../../parts/massChange.ts';
import { Removed } from '../../parts/Removed.tsx';
import { removeOrganisations } from '../../store/commands/organisations.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import classes from './directory.module.css';
import { exportOrganisations } from './exportOrganisations.ts';

interface SelectionBarProps {
  readonly chosen: readonly OrganisationSummary[];
  readonly onClear: () => void;
}

/** What can be done with the rows that are selected. */
export function SelectionBar({ chosen, onClear }: SelectionBarProps) {
  const host = useHost();
  const store = useStore();
  const ids = chosen.map(({ id }) => id);
  const count = countOf(chosen.length);

  const remove = async (): Promise<void> => {
    const outcome = await askingFirst((confirmed) => removeOrganisations(store, ids, confirmed));
    if (outcome === null) return;
    if (!outcome.ok) return notifyProblem('Nothing was removed', problemSentence(outcome.error));
    notifyDone(`Removed ${count}`, <Removed many />);
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
      <Button variant="default" onClick={() => void remove()}>
        Remove
      </Button>
      <Button variant="subtle" onClick={onClear}>
        Clear the selection
      </Button>
    </section>
  );
}

function countOf(count: number): string {
  return count === 1 ? '1 organisation' : `${count.toLocaleString('en-GB')} organisations`;
}
