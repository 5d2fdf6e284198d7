import type { Failed } from './failed.ts';
import type { SecondFolderOutcome, StoredFiles, WriteOutcome } from './storedFiles.ts';

/**
 * What the desktop can do for Muster. Two adapters: the Electron preload and the browser. Every answer is a closed
 * union; nothing is thrown across the border, and a path of the machine never crosses it.
 */
export interface Host extends StoredFiles {
  readonly info: () => Promise<HostInfo>;
  /** Asks where to save and writes the whole file or nothing. */
  readonly saveFile: (request: SaveRequest) => Promise<SaveOutcome>;
  readonly openFile: (kind: FileKind) => Promise<OpenOutcome>;
  /**
   * Hands over, once, the workspace file that the desktop started Muster with or brought it to the front for;
   * `cancelled` when there is none. To be asked at the start and whenever the window gets the focus.
   */
  readonly takeOpenedFile: () => Promise<OpenOutcome>;
  /** Shows a saved file in its folder, by the token `saveFile` gave. Only where `info().canReveal`. */
  readonly reveal: (token: string) => Promise<RevealOutcome>;
  /** The identity of the workspace, kept outside IndexedDB so that an emptied database is noticed. */
  readonly readMarker: () => Promise<MarkerOutcome>;
  readonly writeMarker: (marker: WorkspaceMarker) => Promise<WriteOutcome>;
  readonly secondFolder: () => Promise<SecondFolderOutcome>;
  /** Asks for a folder; `cancelled` leaves things as they were. Only where `info().canChooseFolder`. */
  readonly chooseSecondFolder: () => Promise<SecondFolderOutcome>;
  /** Asks the person to allow the chosen folder anew, where a browser has forgotten that it was. */
  readonly allowSecondFolder: () => Promise<SecondFolderOutcome>;
  /** Forgets the folder; what was copied there stays. */
  readonly forgetSecondFolder: () => Promise<SecondFolderOutcome>;
  /** How much more the disk of the data takes; `unknown` where the desktop does not say. */
  readonly freeSpace: () => Promise<FreeSpace>;
  /** Shows the folder of the data in the desktop's file manager. Only where `info().canReveal`. */
  readonly revealData: () => Promise<RevealOutcome>;
}

export interface HostInfo {
  readonly shell: 'electron' | 'browser';
  readonly appVersion: string;
  readonly canReveal: boolean;
  readonly canChooseFolder: boolean;
  /** Where the data is, in words for Settings. */
  readonly dataPlace: string;
}

export type FileKind = 'workspace' | 'spreadsheet' | 'evidence' | 'notices' | 'calendar' | 'document';

export interface SaveRequest {
  readonly kind: FileKind;
  readonly suggestedName: string;
  readonly bytes: Uint8Array;
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly name: string; readonly token: string }
  /** The browser took the file; where it went and whether the disk had room is the browser's to say. */
  | { readonly kind: 'handedToBrowser'; readonly name: string }
  | { readonly kind: 'cancelled' }
  | Failed;

export type OpenOutcome =
  | { readonly kind: 'opened'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'cancelled' }
  | Failed;

type FreeSpace = { readonly kind: 'known'; readonly bytes: number } | { readonly kind: 'unknown' };
export type RevealOutcome = { readonly kind: 'shown' } | Failed;
export type MarkerOutcome =
  { readonly kind: 'found'; readonly marker: WorkspaceMarker } | { readonly kind: 'none' } | Failed;

export interface WorkspaceMarker {
  readonly workspaceId: string;
  /** The name of the IndexedDB database that holds it; a recovery goes on in a new one and leaves the damaged one be. */
  readonly database: string;
}
