import { unreachable } from '../../../shared/domain/basics/result.ts';
import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { bringBack } from '../safekeeping/bringBack.ts';
import { drill } from '../safekeeping/drill.ts';
import { eraseFromFiles } from '../safekeeping/erasePerson.ts';
import { findInFiles } from '../safekeeping/findPerson.ts';
import { keptStates, namedStates, newerWriters } from '../safekeeping/keptStates.ts';
import { snapshotLock } from '../safekeeping/namedSnapshots.ts';
import { scrub, scrubKept } from '../safekeeping/scrub.ts';
import { keepAttachments } from '../safekeeping/keptAttachments.ts';
import { copyOut, measure, rotate, takeSnapshot } from '../safekeeping/snapshots.ts';
import { withScratchDatabase } from '../store/databases.ts';
import { MusterDatabase } from '../store/db.ts';
import { filesOver } from './filesPort.ts';
import { onJob, report } from './onJob.ts';
import type { KeepingAnswers, KeepingJob, KeepingReport } from './keepingJobs.ts';

onJob<KeepingJob, KeepingAnswers[keyof KeepingAnswers]>((job, { port }) => {
  if (port === undefined) throw new Error('There is no way to the files.');
  return answer(job, filesOver(port));
});

const onProgress = (done: number): void => report({ kind: 'progress', done } satisfies KeepingReport);

async function answer(job: KeepingJob, files: StoredFiles): Promise<KeepingAnswers[keyof KeepingAnswers]> {
  switch (job.kind) {
    case 'snapshot': {
      const taken = await inDatabase(job.database, (db) =>
        takeSnapshot(db, files, new Date(), job.savedBy, onProgress),
      );
      if (taken.kind === 'taken' && job.keepsAll !== true) await rotate(files, taken.name);
      return taken;
    }
    case 'measure':
      return inDatabase(job.database, measure);
    case 'copyOut':
      return (await copyOut(files, job.name)) ?? { kind: 'copied' };
    case 'keptStates':
      return whileAllIsKept(async () => ({
        kind: 'found',
        states: await (job.isNamedOnly === true ? namedStates : keptStates)(files, job.place),
        newer: await newerWriters(files, job.place),
      }));
    case 'bringBack':
      return whileAllIsKept(async () => ({
        kind: 'tried',
        outcome: await bringBack(files, job.state, job.database, job.erased, job.dates),
      }));
    case 'drill':
      return whileAllIsKept(() =>
        withScratchDatabase((scratch) => inDatabase(job.database, (db) => drill(db, files, scratch))),
      );
    case 'scrub':
      return inDatabase(job.database, async (db) => {
        const report = await scrub(db);
        return { ...report, kept: await whileAllIsKept(() => scrubKept(db, files)) };
      });
    case 'keepAttachment': {
      const { attachment } = job;
      return (await inDatabase(job.database, (db) => keepAttachments(db, files, [attachment]))) ?? { kind: 'kept' };
    }
    case 'findPerson':
      return whileAllIsKept(() => findInFiles(files, job.person));
    case 'erasePerson':
      return eraseFromFiles(files, job.person, job.chosen, job.kept);
    default:
      return unreachable(job);
  }
}

/** Another window that takes a snapshot would remove the pieces of the journal that are being read. */
function whileAllIsKept<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(snapshotLock, { mode: 'shared' }, work);
}

async function inDatabase<T>(name: string, work: (db: MusterDatabase) => Promise<T>): Promise<T> {
  const db = new MusterDatabase(name);
  try {
    await db.open();
    return await work(db);
  } finally {
    db.close();
  }
}
