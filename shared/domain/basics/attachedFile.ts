/** A file kept with the workspace, as a record names it: found by the SHA-256 of its bytes. */
export interface AttachedFile {
  readonly sha256: string;
  readonly name: string;
}
