import type { Result } from '../../../shared/domain/basics/result.ts';
import type { Failed } from '../../../shared/host/failed.ts';
import type { Person } from '../../../shared/rows/personalData/person.ts';
import type { ErasedSubject } from '../../../shared/rows/personalData/stillHeld.ts';
import type { RefusalSentence } from '../../../shared/workspace/refusal.ts';
import type { BroughtBack } from '../safekeeping/bringBack.ts';
import type { DrillReport } from '../safekeeping/drill.ts';
import type { Fill } from '../safekeeping/fill.ts';
import type { ErasedFromFiles } from '../safekeeping/erasePerson.ts';
import type { FoundInFiles } from '../safekeeping/findPerson.ts';
import type { KeptState } from '../safekeeping/keptStates.ts';
import type { ScrubReport } from '../safekeeping/scrub.ts';
import type { SnapshotOutcome } from '../safekeeping/snapshots.ts';
import type { KeptFile } from '../store/attachments.ts';
import type { TenderDates } from '../store/dateRevisions.ts';

/** What the worker of safekeeping can be asked to do; each worker does one job and ends. */
export type KeepingJob =
  /** `keepsAll`: no older one is removed, since somebody is about to go back to one. */
  | { readonly kind: 'snapshot'; readonly database: string; readonly savedBy: string; readonly keepsAll?: true }
  | { readonly kind: 'measure'; readonly database: string }
  | { readonly kind: 'copyOut'; readonly name: string }
  /** `isNamedOnly`: what the snapshots say of themselves, without reading them through. */
  | { readonly kind: 'keptStates'; readonly place: KeptState['place']; readonly isNamedOnly?: true }
  | {
      readonly kind: 'bringBack';
      readonly state: KeptState;
      readonly database: string;
      /** Whose data was erased in what is open. */
      readonly erased: readonly ErasedSubject[];
      /** The dates that are in what is open. */
      readonly dates: readonly TenderDates[];
    }
  | { readonly kind: 'drill'; readonly database: string }
  | { readonly kind: 'scrub'; readonly database: string }
  | { readonly kind: 'keepAttachment'; readonly database: string; readonly attachment: KeptFile }
  | { readonly kind: 'findPerson'; readonly person: Person }
  | {
      readonly kind: 'erasePerson';
      readonly person: Person;
      readonly chosen: ReadonlySet<string>;
      readonly kept: ReadonlySet<string>;
    };

export interface KeepingAnswers {
  snapshot: SnapshotOutcome;
  copyOut: { readonly kind: 'copied' } | (SnapshotOutcome & { readonly kind: 'failed' });
  measure: { readonly kind: 'measured'; readonly fill: readonly Fill[] } | { readonly kind: 'gone' };
  keptStates: {
    readonly kind: 'found';
    readonly states: readonly KeptState[];
    /** Who wrote what cannot be read here, being of a newer Muster. */
    readonly newer: readonly (string | null)[];
  };
  bringBack: { readonly kind: 'tried'; readonly outcome: Result<BroughtBack, RefusalSentence> };
  drill: DrillReport;
  /** `kept`: the last entry that could be brought back from outside the database. */
  scrub: ScrubReport & { readonly kept: number };
  keepAttachment: { readonly kind: 'kept' } | Failed;
  findPerson: FoundInFiles;
  erasePerson: ErasedFromFiles;
}

/** What the worker posts besides its answer: how far it is, from 0 to 1. */
export interface KeepingReport {
  readonly kind: 'progress';
  readonly done: number;
}
