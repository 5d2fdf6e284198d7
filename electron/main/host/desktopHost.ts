import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from '../../../shared/host/host.ts';
import { storedFiles } from '../../files/storedFiles.ts';
import { readMarker, writeMarker } from './marker.ts';
import { openFile, type OpenDesktop } from './openFile.ts';
import { fileSaver, type SaveDesktop } from './saveFile.ts';
import { secondFolder } from './secondFolder.ts';

export interface Desktop extends OpenDesktop, SaveDesktop {
  readonly appVersion: string;
  readonly dataFolder: string;
  readonly takeOpenedFile: Host['takeOpenedFile'];
}

/** What the desktop can do for the page, on a desktop that Electron describes. */
export function desktopHost(desktop: Desktop): Host {
  const { appVersion, dataFolder, takeOpenedFile } = desktop;
  const { saveFile, reveal } = fileSaver(desktop);
  const second = secondFolder(desktop, dataFolder);
  return {
    info: () =>
      Promise.resolve({
        shell: 'electron',
        appVersion,
        canReveal: true,
        canChooseFolder: true,
        dataPlace: 'in your user profile on this computer, in the application data of Muster',
      }),
    saveFile,
    openFile: (kind) => openFile(desktop, kind),
    takeOpenedFile,
    reveal,
    readMarker: () => readMarker(dataFolder),
    writeMarker: (marker) => writeMarker(dataFolder, marker),
    ...storedFiles(second.placeOf),
    secondFolder: second.describe,
    chooseSecondFolder: second.choose,
    allowSecondFolder: second.describe,
    forgetSecondFolder: second.forget,
    freeSpace: async () => {
      const disk = await statfs(dataFolder).catch(() => null);
      return disk === null ? { kind: 'unknown' } : { kind: 'known', bytes: disk.bavail * disk.bsize };
    },
    revealData: () => {
      desktop.showInFolder(path.join(dataFolder, 'snapshots'));
      return Promise.resolve({ kind: 'shown' });
    },
  };
}
