import type { MarkerOutcome, WorkspaceMarker } from '../../../shared/host/host.ts';
import type { WriteOutcome } from '../../../shared/host/storedFiles.ts';
import { parseMarker } from '../../../shared/host/marker.ts';
import { failed, failure } from './failed.ts';
import { readMarkerFile, writeMarkerFile } from './storedFiles.ts';

const key = 'muster.workspace';

// The browser writes localStorage to the disk some seconds later, and a crash before that would bring back the marker of before:
// work that went on in another database would seem never to have been done. So the marker is a flushed file; localStorage
// holds a second copy, for where the private files are lost, and that of workspaces from before there was a file.

export async function readMarker(): Promise<MarkerOutcome> {
  try {
    const file = readMarkerFile();
    // Meanwhile: the first look into localStorage waits for the disk, and how the screens look lies there too.
    const copy = localStorage.getItem(key);
    const text = (await file) ?? copy;
    if (text === null) return { kind: 'none' };
    const parsed = parseMarker(JSON.parse(text));
    return parsed.ok ? { kind: 'found', marker: parsed.value } : failure('other', parsed.error);
  } catch (problem) {
    return failed(problem);
  }
}

export async function writeMarker(marker: WorkspaceMarker): Promise<WriteOutcome> {
  try {
    const text = JSON.stringify(marker);
    const written = await writeMarkerFile(text);
    if (written.kind === 'written') localStorage.setItem(key, text);
    return written;
  } catch (problem) {
    return failed(problem);
  }
}
