import { createContext, useContext } from 'react';
import type { KeptState } from '../../safekeeping/keptStates.ts';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Only `disk` is a copy in the hands of the person, as a saved workspace file is. */
  readonly from: 'disk' | 'setAside' | 'sample';
}

/** What can be done with workspace files, from anywhere in the window. Each says itself how it went. */
export interface WorkspaceFileActions {
  readonly save: () => Promise<void>;
  /** Asks for a passphrase, then saves a file that nobody reads without it. */
  readonly saveProtected: () => void;
  readonly choose: () => Promise<void>;
  readonly open: (file: NamedFile) => Promise<void>;
  readonly openSample: () => Promise<void>;
  /** Opens a workspace that was set aside on this computer. */
  readonly bringBack: (name: string) => Promise<void>;
  /** Brings back a state that is kept outside the database, in place of what is open. */
  readonly bringBackState: (state: KeptState) => Promise<void>;
  /** Opens the file that the desktop started Muster with, where there is one. */
  readonly takeOpened: () => Promise<void>;
}

export const WorkspaceFilesContext = createContext<WorkspaceFileActions | null>(null);

export function useWorkspaceFiles(): WorkspaceFileActions {
  const actions = useContext(WorkspaceFilesContext);
  if (actions === null) throw new Error('useWorkspaceFiles outside WorkspaceFiles');
  return actions;
}
