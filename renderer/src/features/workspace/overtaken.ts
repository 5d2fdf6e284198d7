import type { RefusalSentence } from '../../../../shared/workspace/refusal.ts';

/** Another window was quicker. */
export const overtaken: RefusalSentence = {
  what: 'Another window of Muster has meanwhile opened, started or brought back a workspace.',
  safe: 'Nothing was changed here.',
  next: 'Close this message and look at what is open now. Then decide again.',
};
