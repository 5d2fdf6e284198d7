import type { FileFilter } from 'electron';
import type { FileKind } from '../../../shared/host/host.ts';

const anyFile: FileFilter = { name: 'All files', extensions: ['*'] };

/** The first one also gives a name typed without an extension its extension. */
export const fileFilters: Readonly<Record<FileKind, FileFilter[]>> = {
  workspace: [{ name: 'Muster workspace', extensions: ['muster'] }, anyFile],
  spreadsheet: [{ name: 'Spreadsheet', extensions: ['csv', 'xlsx'] }, anyFile],
  evidence: [anyFile],
  notices: [{ name: 'Published notices (JSON)', extensions: ['json'] }, anyFile],
  calendar: [{ name: 'Calendar', extensions: ['ics'] }, anyFile],
  document: [{ name: 'Word document', extensions: ['docx'] }, anyFile],
};
