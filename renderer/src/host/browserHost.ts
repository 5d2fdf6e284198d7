import type { Host } from '../../../shared/host/host.ts';
import { openFile, saveFile } from './browserFiles.ts';
import { failure } from './failed.ts';
import { readMarker, writeMarker } from './marker.ts';
import { listSetAside, readSetAside, setAside } from './setAsideFiles.ts';

/** Fetched when something is asked for: a start asks only for the marker, and does not wait for the validator. */
async function requests() {
  return (await import('../../../shared/host/requests.ts')).parseRequest;
}

/** The desktop as a page in a browser can reach it. It refuses the same requests as the Electron host. */
export const browserHost = {
  info: async () => ({
    shell: 'browser' as const,
    appVersion: import.meta.env.APP_VERSION,
    canReveal: false,
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
  setAside: async (name, bytes) => {
    const parsed = (await requests()).setAside([name, bytes]);
    return parsed.ok ? setAside(name, bytes) : failure('refused', parsed.error);
  },
  listSetAside,
  readSetAside: async (name) => {
    const parsed = (await requests()).readSetAside([name]);
    return parsed.ok ? readSetAside(name) : failure('refused', parsed.error);
  },
} satisfies Host;
