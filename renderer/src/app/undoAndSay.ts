import type { CommandOutcome } from '../store/runCommand.ts';
import { problemSentence } from '../store/problemSentence.ts';
import type { Store } from '../store/store.ts';
import { redo, undo } from '../store/undo.ts';
import { notifyDone, notifyProblem } from '../ui/notify.ts';
import { settleDrafts } from '../ui/useDraft.ts';

export async function undoAndSay(store: Store): Promise<void> {
  // What is being typed is the newest change, and the first to be taken back.
  await settleDrafts();
  say('Not undone', await undo(store));
}

export async function redoAndSay(store: Store): Promise<void> {
  await settleDrafts();
  say('Not redone', await redo(store));
}

function say(failure: string, outcome: CommandOutcome): void {
  if (!outcome.ok) notifyProblem(failure, problemSentence(outcome.error));
  else if (outcome.value !== null) notifyDone(outcome.value.label);
}
