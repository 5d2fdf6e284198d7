import { unreachable } from '../../../../shared/domain/basics/result.ts';
import type { Host } from '../../../../shared/host/host.ts';
import { failureSentence } from '../../host/failureSentence.ts';
import { notMadeSentence } from '../../parts/backupSentences.ts';
import { recordSaved } from '../../store/commands/workspace.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { placeOf, type Store } from '../../store/store.ts';
import { startLongWork } from '../../ui/longWork.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { settleDrafts } from '../../ui/useDraft.ts';
import { crashSentence } from '../../workers/crashSentence.ts';
import { runWorkspaceJob } from '../../workers/workspaceClient.ts';
import type { Serialised } from '../../workers/workspaceJobs.ts';
import { workspaceFileName } from './fileNames.ts';

/**
 * Saves the whole workspace to a file that the person chooses, and records it only when the file is there. With a
 * passphrase, nobody reads the file without it. `false` where it did not work, which has been said.
 */
export async function saveWorkspace(store: Store, host: Host, passphrase: string | null): Promise<boolean> {
  const title = passphrase === null ? 'Preparing the workspace file' : 'Preparing the protected file';
  const serialised = await serialise(store, host, title, passphrase);
  if (serialised === null) return false;
  const { bytes, name, savedAt, changes } = serialised;
  const suggestedName = workspaceFileName(name, new Date(), passphrase !== null);
  const saved = await host.saveFile({ kind: 'workspace', suggestedName, bytes });
  switch (saved.kind) {
    case 'cancelled':
      return true;
    case 'failed':
      notifyProblem('The workspace file was not saved', failureSentence(saved));
      return false;
    case 'saved':
    case 'handedToBrowser': {
      const isSure = saved.kind === 'saved';
      const recorded = await recordSaved(store, { at: savedAt, name: saved.name, changes, confirmed: isSure });
      if (!recorded.ok) notifyProblem('The file is saved, but this was not recorded', problemSentence(recorded.error));
      else if (isSure) notifyDone(`Saved to ${saved.name}`, passphrase === null ? null : onlyWithIt);
      else {
        const check = 'Check in its list of downloads that it arrived.';
        notifyDone(`Handed to the browser as ${saved.name}`, passphrase === null ? check : `${check} ${onlyWithIt}`);
      }
      return true;
    }
    default:
      return unreachable(saved);
  }
}

const onlyWithIt = 'It opens with its passphrase and in no other way.';

/** The workspace as it is now, with everything typed so far; `null` where it did not come about, which has been said. */
export async function serialise(
  store: Store,
  host: Host,
  title: string,
  passphrase: string | null,
): Promise<Serialised | null> {
  await settleDrafts();
  const cancelling = new AbortController();
  const work = startLongWork(title, () => cancelling.abort());
  const { appVersion } = await host.info();
  const place = placeOf(store);
  const answer = await runWorkspaceJob<'serialise'>(
    { kind: 'serialise', place, savedBy: `Muster ${appVersion}`, passphrase },
    { onProgress: work.progress, signal: cancelling.signal },
  );
  work.end();
  switch (answer.kind) {
    case 'serialised':
      return answer;
    case 'cancelled':
      return null;
    case 'gone':
      notifyProblem(
        'The workspace file was not made',
        'The workspace could not be read whole. Reload Muster (Ctrl+R).',
      );
      return null;
    case 'unsound':
    case 'tooLarge':
      notifyProblem('The workspace file was not made', notMadeSentence(answer));
      return null;
    case 'crashed':
      notifyProblem('The workspace file was not made', `Nothing was changed. ${crashSentence(answer)}`);
      return null;
    default:
      return unreachable(answer);
  }
}
