import { counted } from '../../ui/counted.ts';
import type { Inspected } from '../../workers/workspaceJobs.ts';

/** The records of a workspace file in words: `3 organisations, 1 tender and 2 bids`; what it has none of is left out. */
export function recordsIn({ organisations, tenders, bids }: Inspected): string {
  const parts = [
    organisations > 0 && counted(organisations, 'organisation'),
    tenders > 0 && counted(tenders, 'tender'),
    bids > 0 && counted(bids, 'bid'),
  ].filter((part) => part !== false);
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts);
}
