import { onJob, report } from './onJob.ts';
import { type Clipboard, type ClipboardReading, type PasteReport, readClipboard } from './pasteJobs.ts';

onJob<Clipboard, ClipboardReading>((clipboard) =>
  readClipboard(clipboard, (done) => report({ kind: 'progress', done } satisfies PasteReport)),
);
