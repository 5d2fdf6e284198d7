import type { Host } from '../../../shared/host/host.ts';
import { openFile, saveFile } from './browserFiles.ts';
import { failure } from './failed.ts';
import { readMarker, writeMarker } from './marker.ts';
import { allowSecondFolder, chooseSecondFolder, forgetSecondFolder, secondFolder } from './secondFolder.ts';
import { browserStoredFiles } from './storedFiles.ts';

/** Fetched when something is asked for: a start asks only for the marker, and does not wait for the validator. */
async function requests() {
  return (await import('../../../shared/host/requests.ts')).parseRequest;
}

/** The desktop as a page in a browser can reach it; it refuses the same requests as the Electron host. */
export const browserHost = {
  info: async () => ({
    shell: 'browser' as const,
    appVersion: import.meta.env.APP_VERSION,
    canReveal: false,
    canChooseFolder: window.showDirectoryPicker !== undefined,
    dataPlace: `in a profile of this browser, for the address ${location.origin}`,
  }),
  saveFile: async (request) => {
    const parsed = (await requests()).saveFile([request]);
    return parsed.ok ? saveFile(request) : failure('refused', parsed.error);
  },
  openFile,
  takeOpenedFile: async () => ({ kind: 'cancelled' as const }),
  reveal: async () => failure('refused', 'A browser does not show where a file went.'),
  readMarker: async () => readMarker(),
  writeMarker: async (marker) => {
    const parsed = (await requests()).writeMarker([marker]);
    return parsed.ok ? writeMarker(marker) : failure('refused', parsed.error);
  },
  ...browserStoredFiles,
  writeFile: async (...request) => {
    const parsed = (await requests()).writeFile(request);
    return parsed.ok ? browserStoredFiles.writeFile(...request) : failure('refused', parsed.error);
  },
  secondFolder,
  chooseSecondFolder,
  allowSecondFolder,
  forgetSecondFolder,
  freeSpace: async () => ({ kind: 'unknown' as const }),
  revealData: async () => failure('refused', 'A browser does not show where its data is.'),
} satisfies Host;
