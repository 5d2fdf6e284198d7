import { countedRecords } from '../store/commands/records.ts';
import type { CommandOutcome, MassChange } from '../store/runCommand.ts';
import { confirmed } from '../ui/confirmation.ts';

const verbs: Readonly<Record<MassChange['what'], string>> = { add: 'Add', change: 'Change', remove: 'Remove' };

/**
 * Carries out a command that may touch many records: where the store finds that it does, a person is asked first. `null`
 * where they would rather not; nothing was changed then.
 */
export async function askingFirst(
  command: (confirmed: boolean) => Promise<CommandOutcome>,
): Promise<CommandOutcome | null> {
  const outcome = await command(false);
  if (outcome.ok || outcome.error.kind !== 'massChange') return outcome;
  return (await isWanted(outcome.error.size)) ? command(true) : null;
}

/** Asks about a mass change. */
function isWanted({ table, what, count, total }: MassChange): Promise<boolean> {
  const records = countedRecords(table, count);
  const yes = `${verbs[what]} ${records}`;
  const part =
    total === 0
      ? `That is ${records} at once.`
      : `That is ${count.toLocaleString('en-GB')} of the ${total.toLocaleString('en-GB')} in this workspace.`;
  return confirmed({
    title: `${yes}?`,
    sentence: `${part} It is one step: undo takes all of it back.`,
    yes,
    no: what === 'remove' ? 'Keep them' : 'Leave it as it is',
    isRemoval: what === 'remove',
  });
}
