import { useSyncExternalStore } from 'react';
import { unreachable } from '../../../../shared/domain/basics/result.ts';
import { noticeFileProblemSentence } from '../../../../shared/interchange/ocds/noticeFileProblem.ts';
import type { StoredNotices } from '../../store/notices/storeNotices.ts';
import { startLongWork } from '../../ui/longWork.tsx';
import { crashSentence } from '../../workers/crashSentence.ts';
import { runNoticesJob } from '../../workers/noticesClient.ts';
import type { PreviewNotice } from '../../workers/noticesJobs.ts';

/** A file that was chosen, and what came of looking into it. */
export interface ImportedFile {
  readonly name: string;
  readonly outcome:
    | { readonly kind: 'read'; readonly notices: readonly PreviewNotice[]; readonly remarks: readonly string[] }
    | { readonly kind: 'refused'; readonly sentence: string };
}

/** An import that is being looked over. It outlives its page, so that looking something up elsewhere loses nothing. */
export interface ImportSession {
  readonly files: readonly ImportedFile[];
  /** What is being done, for a person; `null` while nothing is. */
  readonly work: string | null;
}

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const empty: ImportSession = { files: [], work: null };
const watchers = new Set<() => void>();
let session = empty;
/** The bytes of the files that were read, by their place in the session: they are read again when they are stored. */
let contents: readonly Uint8Array[] = [];

export function useImportSession(): ImportSession {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => session,
  );
}

export function clearImport(): void {
  contents = [];
  become(empty);
}

/** Looks into files one after the other and adds them to the preview. A refused file says why and takes nothing away. */
export async function readFiles(files: readonly File[]): Promise<void> {
  if (session.work !== null) return;
  for (const { name, bytes } of files) {
    become({ ...session, work: `Reading ${name}` });
    const cancelling = new AbortController();
    const work = startLongWork(`Reading ${name}`, () => cancelling.abort());
    const notices: PreviewNotice[] = [];
    const answer = await runNoticesJob<'read'>(
      { kind: 'read', bytes },
      { onProgress: work.progress, onPreview: (part) => notices.push(...part), signal: cancelling.signal },
    );
    work.end();
    switch (answer.kind) {
      case 'cancelled':
        break;
      case 'sound':
        add(name, bytes, { kind: 'read', notices: withoutThoseThere(notices), remarks: answer.remarks });
        break;
      case 'refused':
        add(name, bytes, { kind: 'refused', sentence: noticeFileProblemSentence(answer.problem) });
        break;
      case 'crashed':
        add(name, bytes, { kind: 'refused', sentence: `This file could not be read. ${crashSentence(answer)}` });
        break;
      default:
        unreachable(answer);
    }
  }
  become({ ...session, work: null });
}

export type StoreOutcome =
  | ({ readonly kind: 'stored' } & StoredNotices)
  /** What was stored before it failed stays. */
  | { readonly kind: 'failed'; readonly sentence: string };

/** Puts the chosen notices into the notices database. */
export async function storeChosen(keys: ReadonlySet<string>): Promise<StoreOutcome> {
  const cancelling = new AbortController();
  const work = startLongWork('Importing notices', () => cancelling.abort());
  become({ ...session, work: 'Importing notices' });
  const sum = { added: 0, known: 0 };
  let failure: string | null = null;
  for (const [at, { name, outcome }] of session.files.entries()) {
    const bytes = contents[at];
    if (outcome.kind !== 'read' || bytes === undefined || cancelling.signal.aborted || failure !== null) continue;
    const answer = await runNoticesJob<'store'>(
      { kind: 'store', bytes, fileName: name, keys, now: new Date() },
      { onProgress: (done) => work.progress((at + done) / session.files.length), signal: cancelling.signal },
    );
    if (answer.kind === 'stored') {
      sum.added += answer.stored.added;
      sum.known += answer.stored.known;
    } else if (answer.kind === 'crashed')
      failure = `${name} could not be stored whole. What was stored before stays. ${crashSentence(answer)}`;
    else if (answer.kind === 'refused') failure = noticeFileProblemSentence(answer.problem);
  }
  work.end();
  become({ ...session, work: null });
  if (failure !== null) return { kind: 'failed', sentence: failure };
  return { kind: 'stored', ...sum, cancelled: cancelling.signal.aborted };
}

/** Looks into files dropped on the page. */
export function takeDropped(dropped: readonly globalThis.File[]): void {
  const read = dropped.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  void Promise.all(read).then(readFiles);
}

function add(name: string, bytes: Uint8Array, outcome: ImportedFile['outcome']): void {
  contents = [...contents, bytes];
  become({ ...session, files: [...session.files, { name, outcome }] });
}

/** A file chosen twice, or pages that overlap, show a notice once. */
function withoutThoseThere(notices: readonly PreviewNotice[]): readonly PreviewNotice[] {
  const there = new Set(
    session.files.flatMap(({ outcome }) =>
      outcome.kind === 'read' ? outcome.notices.map(({ summary }) => summary.key) : [],
    ),
  );
  return notices.filter(({ summary }) => !there.has(summary.key));
}

function become(next: ImportSession): void {
  session = next;
  for (const watcher of watchers) watcher();
}
