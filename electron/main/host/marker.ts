import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MarkerOutcome, WorkspaceMarker } from '../../../shared/host/host.ts';
import type { WriteOutcome } from '../../../shared/host/storedFiles.ts';
import { parseMarker } from '../../../shared/host/marker.ts';
import { failure, failureOf, isCode } from '../../files/failure.ts';
import { refuseLink, writeOwnFile } from '../../files/ownPlaces.ts';

export async function readMarker(dataFolder: string): Promise<MarkerOutcome> {
  try {
    await refuseLink(markerFile(dataFolder));
    const parsed = parseMarker(JSON.parse(await readFile(markerFile(dataFolder), 'utf8')));
    if (parsed.ok) return { kind: 'found', marker: parsed.value };
  } catch (problem) {
    if (isCode(problem, 'ENOENT')) return { kind: 'none' };
    if (!(problem instanceof SyntaxError)) return failureOf(problem);
  }
  // A damaged marker is not a missing one: that would let an emptied database pass for a new one.
  return failure('other', 'The record of which workspace is on this computer is damaged.');
}

export function writeMarker(dataFolder: string, marker: WorkspaceMarker): Promise<WriteOutcome> {
  return writeOwnFile(markerFile(dataFolder), new TextEncoder().encode(`${JSON.stringify(marker)}\n`));
}

function markerFile(dataFolder: string): string {
  return path.join(dataFolder, 'workspace.json');
}
