import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { coverageOf } from '../../../../../shared/domain/bid/coverage.ts';
import { newId } from '../../../store/newId.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { BidPartProps } from '../bidPart.ts';
import { focusRow } from '../RowTable.tsx';
import rows from '../rows.module.css';
import { RowsWithPanel } from '../RowsWithPanel.tsx';
import { useChosenRow } from '../useChosenRow.ts';
import { CoverageSummary } from './CoverageSummary.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { newRequirement } from './newRequirement.ts';
import { PasteRequirements } from './PasteRequirements.tsx';
import { RequirementPanel } from './RequirementPanel.tsx';

/** What the contract needs done, and whether the team can do it. */
export function RequirementsTab({ input, edits }: BidPartProps) {
  const { bid, profiles } = input;
  const [isPasting, setIsPasting] = useState(false);
  const [chosenId, choose] = useChosenRow();
  const [addedId, setAddedId] = useState<string | null>(null);
  const coverages = useMemo(() => coverageOf(bid, profiles), [bid, profiles]);
  const chosen = coverages.find(({ requirement }) => requirement.id === chosenId);

  const close = (): void => {
    if (chosenId !== null) focusRow(chosenId);
    choose(null);
  };
  const add = async (): Promise<void> => {
    const requirement = newRequirement(newId());
    if (await edits.addRows('requirements', [requirement], 'added requirement')) {
      setAddedId(requirement.id);
      choose(requirement.id);
    }
  };
  const adders = (
    <>
      <Button onClick={() => setIsPasting(true)}>Paste several</Button>
      <Button variant="default" onClick={() => void add()}>
        Add requirement
      </Button>
    </>
  );

  return (
    <>
      {coverages.length === 0 ? (
        <EmptyState sentence="Here belongs what the contract needs done, from the specification: one line each, with the capability it asks for. Muster then shows who in the team can do it, where there is a gap, and what depends on one member alone.">
          {adders}
        </EmptyState>
      ) : (
        <>
          <CoverageSummary input={input} coverages={coverages} />
          <div className={rows['bar']}>{adders}</div>
          <RowsWithPanel
            table={<CoverageTable input={input} coverages={coverages} chosenId={chosenId} onChoose={choose} />}
            panel={
              chosen === undefined ? null : (
                <RequirementPanel
                  key={chosen.requirement.id}
                  coverage={chosen}
                  input={input}
                  edits={edits}
                  isNew={chosenId === addedId}
                  onClose={close}
                />
              )
            }
            hint="Choose a requirement to change it."
          />
        </>
      )}
      {isPasting && <PasteRequirements input={input} edits={edits} onClose={() => setIsPasting(false)} />}
    </>
  );
}
