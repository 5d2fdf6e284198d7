/**
 * What the desktop can do for Muster. Two adapters: the Electron preload and the browser. Every answer is a closed
 * union; nothing is thrown across the border, and a path of the machine never crosses it.
 */
export interface Host {
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
  /**
   * Sets a workspace file aside on this computer before something replaces what it holds. A name that is taken is
   * refused: what was set aside is never overwritten.
   */
  readonly setAside: (name: string, bytes: Uint8Array) => Promise<WriteOutcome>;
  /** The newest first. */
  readonly listSetAside: () => Promise<ListOutcome>;
  readonly readSetAside: (name: string) => Promise<OpenOutcome>;
}

export interface HostInfo {
  readonly shell: 'electron' | 'browser';
  readonly appVersion: string;
  readonly canReveal: boolean;
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

export type RevealOutcome = { readonly kind: 'shown' } | Failed;
export type WriteOutcome = { readonly kind: 'written' } | Failed;
export type ListOutcome = { readonly kind: 'listed'; readonly files: readonly SetAsideFile[] } | Failed;
export type MarkerOutcome =
  { readonly kind: 'found'; readonly marker: WorkspaceMarker } | { readonly kind: 'none' } | Failed;

/** Why the desktop could not do it. `refused`: the request itself was malformed or came from elsewhere. */
export type FailureReason = 'diskFull' | 'notAllowed' | 'notFound' | 'inUse' | 'tooLarge' | 'refused' | 'other';

export interface Failed {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  /** The system's own words, for the details line; never the only message. */
  readonly detail: string;
}

export interface WorkspaceMarker {
  readonly workspaceId: string;
  /** The name of the IndexedDB database that holds it; a recovery goes on in a new one and leaves the damaged one be. */
  readonly database: string;
}

export interface SetAsideFile {
  readonly name: string;
  readonly bytes: number;
  readonly at: string;
}
