import { readFile, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { OpenDialogOptions, OpenDialogReturnValue } from 'electron';
import type { SecondFolder, SecondFolderOutcome, StoredFolder } from '../../../shared/host/storedFiles.ts';
import { failureOf, isCode } from '../../files/failure.ts';
import { ownFolder } from '../../files/storedFiles.ts';
import { type FolderPlace, refuseLink, writeOwnFile } from '../../files/ownPlaces.ts';

export interface FolderDesktop {
  askWhatToOpen(options: OpenDialogOptions): Promise<Pick<OpenDialogReturnValue, 'canceled' | 'filePaths'>>;
}

/** Made inside the chosen folder, so that a stick with other things on it stays in order. */
const ownPart = 'Muster backups';

const partOf: Readonly<Partial<Record<StoredFolder, string>>> = {
  secondSnapshots: 'snapshots',
  secondAttachments: 'attachments',
};

/** The folder that the person chose for a second copy, remembered from one start to the next; its path stays here. */
export function secondFolder(desktop: FolderDesktop, dataFolder: string) {
  const note = path.join(dataFolder, 'second-folder.json');

  async function chosen(): Promise<string | null> {
    try {
      await refuseLink(note);
      const { folder }: { folder?: unknown } = JSON.parse(await readFile(note, 'utf8'));
      return typeof folder === 'string' ? folder : null;
    } catch (problem) {
      if (isCode(problem, 'ENOENT') || problem instanceof SyntaxError) return null;
      throw problem;
    }
  }

  async function describe(): Promise<SecondFolder> {
    const folder = await chosen();
    if (folder === null) return { kind: 'none' };
    const found = await stat(folder).catch(() => null);
    return { kind: 'chosen', name: path.basename(folder), state: found?.isDirectory() === true ? 'ready' : 'missing' };
  }

  async function choose(): Promise<SecondFolderOutcome> {
    const { canceled, filePaths } = await desktop.askWhatToOpen({ properties: ['openDirectory', 'createDirectory'] });
    const [folder] = filePaths;
    if (canceled || folder === undefined) return { kind: 'cancelled' };
    const written = await writeOwnFile(note, new TextEncoder().encode(`${JSON.stringify({ folder })}\n`));
    return written.kind === 'failed' ? written : describe();
  }

  async function forget(): Promise<SecondFolderOutcome> {
    await unlink(note).catch((problem: unknown) => {
      if (!isCode(problem, 'ENOENT')) throw problem;
    });
    return { kind: 'none' };
  }

  return {
    describe: () => describe().catch(failureOf),
    choose,
    forget: () => forget().catch(failureOf),
    /** Where a folder lies; a chosen folder that is not there is never made anew, for it is on a stick that is elsewhere. */
    placeOf: async (folder: StoredFolder): Promise<FolderPlace | null> => {
      const part = partOf[folder];
      if (part === undefined) return ownFolder(dataFolder, folder);
      const second = await chosen();
      if (second === null) return null;
      await stat(second);
      return { base: second, within: [ownPart, part] };
    },
  };
}
