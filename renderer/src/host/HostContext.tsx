import { createContext, type ReactNode, useContext } from 'react';
import type { Host } from '../../../shared/host/host.ts';
import { desktop } from './desktop.ts';

declare global {
  interface ImportMetaEnv {
    /** The version in package.json, written in by the build. */
    readonly APP_VERSION: string;
  }
}

const HostContext = createContext<Host | undefined>(undefined);

/** Gives the screens below it the desktop. */
export function HostProvider({ host = desktop, children }: { host?: Host; children: ReactNode }) {
  return <HostContext.Provider value={host}>{children}</HostContext.Provider>;
}

export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === undefined) throw new Error('useHost is used outside HostProvider');
  return host;
}
