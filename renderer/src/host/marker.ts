import type { MarkerOutcome, WorkspaceMarker } from '../../../shared/host/host.ts';
import type { WriteOutcome } from '../../../shared/host/storedFiles.ts';
import { parseMarker } from '../../../shared/host/marker.ts';
import { failed, failure } from './failed.ts';

const key = 'muster.workspace';

export function readMarker(): MarkerOutcome {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return { kind: 'none' };
    const parsed = parseMarker(JSON.parse(text));
    return parsed.ok ? { kind: 'found', marker: parsed.value } : failure('other', parsed.error);
  } catch (problem) {
    return failed(problem);
  }
}

export function writeMarker(marker: WorkspaceMarker): WriteOutcome {
  try {
    localStorage.setItem(key, JSON.stringify(marker));
    return { kind: 'written' };
  } catch (problem) {
    return failed(problem);
  }
}
