import { Select } from '@mantine/core';
import { useState } from 'react';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import {
  type PastedRequirement,
  readRequirements,
  requirementList,
} from '../../../../../shared/interchange/pasted/pastedRequirements.ts';
import { PasteDialog, type PreviewColumn } from '../../../parts/paste/PasteDialog.tsx';
import { newId } from '../../../store/newId.ts';
import { counted } from '../../../ui/counted.ts';
import type { Edits } from '../edits.ts';
import { lotOptions, nobody } from '../naming.ts';
import { newRequirement } from './newRequirement.ts';

interface PasteRequirementsProps {
  readonly input: BidInput;
  readonly edits: Edits;
  readonly onClose: () => void;
}

const nouns = ['requirement', 'requirements'] as const;

const preview: readonly PreviewColumn<PastedRequirement>[] = [
  { head: 'Requirement', cell: ({ text }) => text },
  { head: 'Weight', cell: ({ weight }) => (weight === 0 ? '' : `${weight}%`) },
  { head: 'Mandatory', cell: ({ mandatory }) => (mandatory ? 'Yes' : '') },
];

/** Many requirements at once, looked at before they are added as one step. */
export function PasteRequirements({ input, edits, onClose }: PasteRequirementsProps) {
  const [lot, setLot] = useState(nobody);
  const lotId = lot === nobody ? null : lot;
  return (
    <PasteDialog
      title="Paste requirements"
      label="One requirement a line, or a table from Word or Excel"
      description="Check below what the columns hold, and correct it where it was not found."
      nouns={nouns}
      kind={requirementList}
      read={readRequirements}
      preview={preview}
      draftKey={`${input.bid.id}.requirements.pasted`}
      onAdd={async (pasted) => {
        const requirements = pasted.map((known) => ({ ...newRequirement(newId()), ...known, lotId }));
        const what = `added ${counted(requirements.length, 'requirement')}`;
        return { ok: await edits.addRows('requirements', requirements, what), problem: null };
      }}
      onClose={onClose}
    >
      <Select
        label="Lot"
        size="xs"
        allowDeselect={false}
        data={[...lotOptions(input, null)]}
        value={lot}
        onChange={(value) => setLot(value ?? nobody)}
      />
    </PasteDialog>
  );
}
