/** Why the desktop could not do it. `refused`: the request itself was malformed or came from elsewhere. */
export type FailureReason = 'diskFull' | 'notAllowed' | 'notFound' | 'inUse' | 'tooLarge' | 'refused' | 'other';

export interface Failed {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  /** The system's own words, for the details line; never the only message. */
  readonly detail: string;
}
