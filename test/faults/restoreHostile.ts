import { type Finding, Tally } from './fault.ts';
import { hostileFiles, type HostileOutcome, knownHostileFiles } from './hostileFiles.ts';

/** Opens the hostile files that were made by hand, and as many again that chance makes of a good one. */
export async function restoreHostile(times: number, seed: number): Promise<Finding> {
  const tally = new Tally('Hostile workspace files (bombs, names, doubles, hashes, mutations)');
  for await (const outcome of knownHostileFiles()) note(outcome, tally);
  for await (const outcome of hostileFiles(times, seed)) note(outcome, tally);
  return tally.finding();
}

function note({ seed, mutation, result, detail, milliseconds }: HostileOutcome, tally: Tally): void {
  tally.injected += 1;
  if (result === 'refused') tally.byChoice += 1;
  else if (result === 'restored') {
    tally.silently += 1;
    tally.acknowledged += 1;
  } else tally.wrong.push(`${mutation} (${seed}): ${result}, ${detail}`);
  tally.milliseconds.push(Math.round(milliseconds));
}
