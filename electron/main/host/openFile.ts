import type { OpenDialogOptions, OpenDialogReturnValue } from 'electron';
import type { FileKind, OpenOutcome } from '../../../shared/host/host.ts';
import { maximumBytes } from '../../../shared/host/limits.ts';
import { fileFilters } from './fileFilters.ts';
import { readWholeFile } from '../../files/wholeFile.ts';

export interface OpenDesktop {
  readonly documents: string;
  askWhatToOpen(options: OpenDialogOptions): Promise<Pick<OpenDialogReturnValue, 'canceled' | 'filePaths'>>;
}

export async function openFile(desktop: OpenDesktop, kind: FileKind): Promise<OpenOutcome> {
  const { canceled, filePaths } = await desktop.askWhatToOpen({
    defaultPath: desktop.documents,
    filters: fileFilters[kind],
    properties: ['openFile'],
  });
  const [file] = filePaths;
  return canceled || file === undefined ? { kind: 'cancelled' } : readWholeFile(file, maximumBytes[kind]);
}
