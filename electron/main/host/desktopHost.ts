import type { Host } from '../../../shared/host/host.ts';
import { readMarker, writeMarker } from './marker.ts';
import { openFile, type OpenDesktop } from './openFile.ts';
import { fileSaver, type SaveDesktop } from './saveFile.ts';
import { listSetAside, readSetAside, setAside } from './setAside.ts';

export interface Desktop extends OpenDesktop, SaveDesktop {
  readonly appVersion: string;
  readonly dataFolder: string;
  readonly takeOpenedFile: Host['takeOpenedFile'];
}

/** What the desktop can do for the page, on a desktop that Electron describes. */
export function desktopHost(desktop: Desktop): Host {
  const { appVersion, dataFolder, takeOpenedFile } = desktop;
  const { saveFile, reveal } = fileSaver(desktop);
  return {
    info: () =>
      Promise.resolve({
        shell: 'electron',
        appVersion,
        canReveal: true,
        dataPlace: 'in your user profile on this computer, in the application data of Muster',
      }),
    saveFile,
    openFile: (kind) => openFile(desktop, kind),
    takeOpenedFile,
    reveal,
    readMarker: () => readMarker(dataFolder),
    writeMarker: (marker) => writeMarker(dataFolder, marker),
    setAside: (name, bytes) => setAside(dataFolder, name, bytes),
    listSetAside: () => listSetAside(dataFolder),
    readSetAside: (name) => readSetAside(dataFolder, name),
  };
}
