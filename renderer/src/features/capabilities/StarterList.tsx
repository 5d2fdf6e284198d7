import { Button } from '@mantine/core';
import starter from '../../../../resources/capabilities.json';
import { addCapabilities } from '../../store/commands/capabilities.ts';
import { newId } from '../../store/newId.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';

/** Puts Muster's own list in, to start from. */
export function StarterList() {
  const store = useStore();
  const add = async (): Promise<void> => {
    const capabilities = starter.capabilities.map((capability) => ({ id: newId(), ...capability }));
    const outcome = await addCapabilities(store, capabilities);
    if (!outcome.ok) return notifyProblem('Nothing was added', problemSentence(outcome.error));
    notifyDone(`Added ${capabilities.length} capabilities`, 'Change them as you like; undo takes them all out again.');
  };
  return <Button onClick={() => void add()}>Start with {starter.capabilities.length} for social enterprises</Button>;
}
