import type { Capability } from '../../../../shared/domain/capability/capability.ts';
import {
  capabilityList,
  type PastedCapability,
  readCapabilities,
} from '../../../../shared/interchange/pasted/pastedCapabilities.ts';
import { askingFirst } from '../../parts/massChange.ts';
import { PasteDialog, type PreviewColumn } from '../../parts/paste/PasteDialog.tsx';
import { addCapabilities } from '../../store/commands/capabilities.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { newCapabilities } from './newCapabilities.ts';

interface AddCapabilitiesProps {
  readonly known: readonly Capability[];
  readonly onClose: () => void;
}

const nouns = ['capability', 'capabilities'] as const;

const preview: readonly PreviewColumn<PastedCapability>[] = [
  { head: 'Group', cell: ({ group }) => group },
  { head: 'Name', cell: ({ name }) => name },
  { head: 'Description', cell: ({ description }) => description },
];

/** Adds as many as there are lines; what is there already under the same name is left out. */
export function AddCapabilities({ known, onClose }: AddCapabilitiesProps) {
  const store = useStore();

  const add = async (pasted: readonly PastedCapability[]) => {
    const fresh = newCapabilities(pasted, known);
    if (fresh.length === 0) return { ok: false, problem: 'All of these are there already.' };
    const outcome = await askingFirst((confirmed) => addCapabilities(store, fresh, confirmed));
    if (outcome === null) return { ok: false, problem: null };
    if (!outcome.ok) return { ok: false, problem: problemSentence(outcome.error) };
    notifyDone(fresh.length === 1 ? `Added ${fresh[0]?.name ?? ''}` : `Added ${fresh.length} capabilities`);
    return { ok: true, problem: null };
  };
  const alreadyThere = (pasted: readonly PastedCapability[]): string => {
    const left = pasted.length - newCapabilities(pasted, known).length;
    return left === 0 ? '' : `, ${left} ${left === 1 ? 'is' : 'are'} there already and left out`;
  };

  return (
    <PasteDialog
      title="Add capabilities"
      label="One capability a line, or a table from Word or Excel"
      description="A group above its capabilities ends with a colon. After “ - ” comes the description."
      placeholder={'Places and environment:\nArboriculture - surveys and work on trees\nGrounds maintenance'}
      nouns={nouns}
      kind={capabilityList}
      read={readCapabilities}
      preview={preview}
      draftKey={null}
      summary={alreadyThere}
      onAdd={add}
      onClose={onClose}
    />
  );
}
