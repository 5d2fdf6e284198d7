import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { SaveDialogOptions, SaveDialogReturnValue } from 'electron';
import type { RevealOutcome, SaveOutcome, SaveRequest } from '../../../shared/host/host.ts';
import { failure, failureOf } from '../../files/failure.ts';
import { fileFilters } from './fileFilters.ts';
import { writeWholeFile } from '../../files/wholeFile.ts';

export interface SaveDesktop {
  /** The folder in which the dialog opens. */
  readonly documents: string;
  askWhereToSave(options: SaveDialogOptions): Promise<Pick<SaveDialogReturnValue, 'canceled' | 'filePath'>>;
  showInFolder(file: string): void;
}

/** Saving, and showing what was saved: the page gets a token, and the paths stay here. */
export function fileSaver(desktop: SaveDesktop) {
  const saved = new Map<string, string>();

  async function saveFile(request: SaveRequest): Promise<SaveOutcome> {
    const { canceled, filePath } = await desktop.askWhereToSave({
      defaultPath: path.join(desktop.documents, request.suggestedName),
      filters: fileFilters[request.kind],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return { kind: 'cancelled' };
    const outcome = await writeWholeFile(filePath, request.bytes);
    if (outcome.kind === 'failed') return outcome;
    const token = randomUUID();
    saved.set(token, filePath);
    return { kind: 'saved', name: path.basename(filePath), token };
  }

  async function reveal(token: string): Promise<RevealOutcome> {
    const file = saved.get(token);
    if (file === undefined) return failure('notFound', 'Nothing was saved under this token since Muster started.');
    try {
      await stat(file);
    } catch (problem) {
      return failureOf(problem);
    }
    desktop.showInFolder(file);
    return { kind: 'shown' };
  }

  return { saveFile, reveal };
}
