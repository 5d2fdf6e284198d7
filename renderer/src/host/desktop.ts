import type { Host } from '../../../shared/host/host.ts';
import { browserHost } from './browserHost.ts';

declare global {
  interface Window {
    /** Put there by the Electron preload; absent in a browser. */
    readonly host?: Host;
  }
}

/** The desktop Muster runs on: Electron's where the preload put one, otherwise the browser's. */
export const desktop: Host = window.host ?? browserHost;
