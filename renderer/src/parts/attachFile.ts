import type { AttachedFile } from '../../../shared/domain/basics/attachedFile.ts';
import { err, ok, type Result, unreachable } from '../../../shared/domain/basics/result.ts';
import { savableName } from '../../../shared/host/fileName.ts';
import type { Host } from '../../../shared/host/host.ts';
import { failureSentence } from '../host/failureSentence.ts';
import { largestAttachment } from '../store/attachments.ts';
import { problemSentence } from '../store/problemSentence.ts';
import { readAttachment } from '../store/queries/attachments.ts';
import { placeOf, type Store } from '../store/store.ts';
import { startLongWork } from '../ui/longWork.tsx';
import { notifyDone, notifyProblem } from '../ui/notify.ts';
import { crashSentence } from '../workers/crashSentence.ts';
import { runKeepingJob } from '../workers/keepingClient.ts';
import { runWorkspaceJob } from '../workers/workspaceClient.ts';

/**
 * Keeps a chosen file with the workspace, in a worker: it is read, hashed and stored there, however large. The answer is how a
 * record is to name it, or the sentence that says why it was not kept; an empty one where the person cancelled it.
 */
export async function attachFile(store: Store, host: Host, file: File): Promise<Result<AttachedFile, string>> {
  const { name } = file;
  if (file.size > largestAttachment)
    return err(`${name} is larger than 50 MB. Attach a smaller scan, or a part of it.`);
  const cancelling = new AbortController();
  const work = startLongWork(`Attaching ${name}`, () => cancelling.abort());
  const place = placeOf(store);
  const answer = await runWorkspaceJob<'keepFile'>(
    { kind: 'keepFile', place, file, mediaType: file.type || 'application/octet-stream' },
    { onProgress: work.progress, signal: cancelling.signal },
  );
  if (answer.kind === 'kept') {
    // Beside the journal too, before the command that names it: otherwise the window itself would carry the bytes there. What
    // fails here is tried again, and said, when the journal is written.
    await runKeepingJob<'keepAttachment'>(
      { kind: 'keepAttachment', database: store.db.name, attachment: answer.file },
      host,
      { signal: cancelling.signal },
    );
  }
  work.end();
  switch (answer.kind) {
    case 'kept':
      return ok({ sha256: answer.file.sha256, name });
    case 'cancelled':
      return err('');
    case 'unreadable':
      return err(`${name} could not be read. It may have been moved or removed; choose it again.`);
    case 'notDone':
      return err(
        answer.problem.kind === 'gone' ? 'Reload Muster (Ctrl+R), then try again.' : problemSentence(answer.problem),
      );
    case 'crashed':
      return err(`${name} was not attached. ${crashSentence(answer)}`);
    default:
      return unreachable(answer);
  }
}

/** Saves an attached file back to the computer, byte for byte. */
export async function saveAttached(store: Store, host: Host, { sha256, name }: AttachedFile): Promise<void> {
  const attachment = await readAttachment(store, sha256);
  if (attachment === undefined) {
    return notifyProblem(
      `${name} is not in the workspace`,
      'Attach the file again, or open a workspace file that holds it.',
    );
  }
  const saved = await host.saveFile({ kind: 'evidence', suggestedName: savableName(name), bytes: attachment.bytes });
  if (saved.kind === 'saved') notifyDone(`Saved ${saved.name}`);
  if (saved.kind === 'handedToBrowser') {
    notifyDone(`Handed to the browser as ${saved.name}`, 'Check in its list of downloads that it arrived.');
  }
  if (saved.kind === 'failed') notifyProblem(`${name} was not saved`, failureSentence(saved));
}
