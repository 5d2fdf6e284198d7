import type { FileKind, OpenOutcome, SaveOutcome, SaveRequest } from '../../../shared/host/host.ts';
import { maximumBytes } from '../../../shared/host/limits.ts';
import { failed, failure, isAbort } from './failed.ts';

declare global {
  interface Window {
    /** Chromium only, therefore not in TypeScript's own description of the page. */
    showSaveFilePicker?: (options: { suggestedName: string; startIn: 'documents' }) => Promise<FileSystemFileHandle>;
  }
}

const accepted: Readonly<Record<FileKind, string>> = {
  workspace: '.muster',
  spreadsheet: '.csv,.xlsx',
  evidence: '',
  notices: '.json',
  calendar: '.ics',
  document: '.docx',
};

/**
 * Saves with the browser's own dialog, which answers whether the file was written. It opens only for a few seconds
 * after a click; where that moment has passed, or the browser has no such dialog, the file goes out as a download.
 */
export function saveFile(request: SaveRequest): Promise<SaveOutcome> {
  const ask = window.showSaveFilePicker?.bind(window);
  return ask !== undefined && navigator.userActivation.isActive ? saveWithDialog(ask, request) : download(request);
}

async function saveWithDialog(
  ask: NonNullable<Window['showSaveFilePicker']>,
  request: SaveRequest,
): Promise<SaveOutcome> {
  try {
    const file = await ask({ suggestedName: request.suggestedName, startIn: 'documents' });
    await writeWhole(file, request.bytes);
    return { kind: 'saved', name: file.name, token: '' };
  } catch (problem) {
    return isAbort(problem) ? { kind: 'cancelled' } : failed(problem);
  }
}

/** Replaces the file when everything has been written, and leaves it as it was when that fails. */
export async function writeWhole(file: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const stream = await file.createWritable();
  try {
    await stream.write(plain(bytes));
  } catch (problem) {
    await stream.abort();
    throw problem;
  }
  await stream.close();
}

async function download(request: SaveRequest): Promise<SaveOutcome> {
  const address = URL.createObjectURL(new Blob([plain(request.bytes)], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = request.suggestedName;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return { kind: 'handedToBrowser', name: request.suggestedName };
}

export function openFile(kind: FileKind): Promise<OpenOutcome> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accepted[kind];
  input.hidden = true;
  // In the document, so that it is not collected as garbage while the dialog is open.
  document.body.append(input);
  return new Promise((resolve) => {
    const settle = () => {
      input.remove();
      resolve(readChosen(input.files?.[0], maximumBytes[kind]));
    };
    input.addEventListener('cancel', settle, { once: true });
    input.addEventListener('change', settle, { once: true });
    input.click();
  });
}

async function readChosen(file: File | undefined, limit: number): Promise<OpenOutcome> {
  if (file === undefined) return { kind: 'cancelled' };
  if (file.size > limit) return failure('tooLarge', `${String(file.size)} bytes; at most ${String(limit)} are read.`);
  try {
    return { kind: 'opened', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (problem) {
    return failed(problem);
  }
}

/** The same bytes, not a copy: nothing here is memory that threads share. */
function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as said
  return bytes as Uint8Array<ArrayBuffer>;
}
