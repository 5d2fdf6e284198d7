import { unreachable } from '../../../shared/domain/basics/result.ts';
import type { CommandProblem } from './runCommand.ts';
import type { FreezeReason } from './store.ts';

/** Why nothing was stored, and what to do, for the person who was at it. */
export function problemSentence(problem: CommandProblem): string {
  switch (problem.kind) {
    case 'refused':
      return problem.sentence;
    case 'massChange':
      return `Not stored: this is about ${problem.size.count.toLocaleString('en-GB')} records, and nobody was asked first.`;
    case 'frozen':
      return `Not stored: ${frozen[problem.reason]}`;
    case 'diskFull':
      return 'Not stored: the disk is full. Make room, then try again; what is on the screen stays there.';
    case 'failed':
      return 'Not stored: the storage of this computer refused it, as it mostly does when the disk is full. Make room, then try again; what was stored before is safe.';
    default:
      return unreachable(problem);
  }
}

const frozen: Readonly<Record<FreezeReason, string>> = {
  workspaceMissing: 'the workspace is no longer in the database. Reopen Muster to look for it.',
  otherWorkspace: 'another window has opened another workspace. Reopen Muster to go on.',
  replaced: 'another window has put another state of the workspace in its place. Reopen Muster to go on in that.',
  leftBehind: 'another window has brought back another state, and work goes on there. Reopen Muster to go on in that.',
  historyBehind: 'the database has lost changes that were made before. Reopen Muster to look for them.',
  databaseClosed: 'the database was closed. Reopen Muster to go on.',
  damaged: 'a part of the database is damaged. Reopen Muster to see what can be brought back.',
  newerMuster: 'another window runs a newer Muster. Close this one and go on there.',
};
