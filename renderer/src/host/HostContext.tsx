import { createContext, type ReactNode, useContext } from 'react';
import type { Host } from '../../../shared/host/host.ts';
import { browserHost } from './browserHost.ts';

declare global {
  interface Window {
    /** Put there by the Electron preload; absent in a browser. */
    readonly host?: Host;
  }
  interface ImportMetaEnv {
    /** The version in package.json, written in by the build. */
    readonly APP_VERSION: string;
  }
}

const HostContext = createContext<Host | undefined>(undefined);

/** Gives the screens below it the desktop: Electron's where the preload put one, otherwise the browser's. */
export function HostProvider({ host = window.host ?? browserHost, children }: { host?: Host; children: ReactNode }) {
  return <HostContext.Provider value={host}>{children}</HostContext.Provider>;
}

export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === undefined) throw new Error('useHost is used outside HostProvider');
  return host;
}
