import type { WorkspaceRefusal } from '../../../shared/workspace/refusal.ts';
import type { LocalDate } from '../../../shared/domain/time/localDate.ts';
import type { Copy } from '../../../shared/rows/personalData/copies.ts';
import type { FoundPlace } from '../../../shared/rows/personalData/erase.ts';
import type { HeldPerson } from '../../../shared/rows/personalData/people.ts';
import type { Person, Subject } from '../../../shared/rows/personalData/person.ts';
import type { ErasedSubject } from '../../../shared/rows/personalData/stillHeld.ts';
import type { Fill } from '../safekeeping/fill.ts';
import type { AttachmentReport, KeptFile } from '../store/attachments.ts';
import type { ErasedPerson, ErasureRequest } from '../store/erasePerson.ts';
import type { CommandProblem } from '../store/runCommand.ts';
import type { WorkspacePlace } from '../store/store.ts';

/** What the workspace worker can be asked to do; each worker does one job and ends. */
export type WorkspaceJob =
  | {
      readonly kind: 'serialise';
      readonly place: WorkspacePlace;
      readonly savedBy: string;
      /** What the file is protected with; `null` leaves it readable to everyone. */
      readonly passphrase: string | null;
    }
  | { readonly kind: 'unlock'; readonly bytes: Uint8Array; readonly passphrase: string }
  /** `erased`: whose data was erased in what is open. */
  | { readonly kind: 'inspect'; readonly bytes: Uint8Array; readonly erased: readonly ErasedSubject[] }
  | {
      readonly kind: 'replace';
      readonly database: string;
      readonly bytes: Uint8Array;
      readonly fileName: string;
      /** The person holds this file, so that what it holds counts as saved. */
      readonly isSavedFile: boolean;
      /** The history entry up to which the present workspace was set aside; `null` where there is none to lose. */
      readonly setAsideUpTo: number | null;
      /** Names the history that begins with it. */
      readonly lineage: string;
    }
  | {
      readonly kind: 'addAsCopy';
      readonly place: WorkspacePlace;
      readonly bytes: Uint8Array;
      readonly fileName: string;
    }
  | { readonly kind: 'keepFile'; readonly place: WorkspacePlace; readonly file: Blob; readonly mediaType: string }
  | { readonly kind: 'checkAttachments'; readonly place: WorkspacePlace }
  | { readonly kind: 'people'; readonly place: WorkspacePlace; readonly today: LocalDate }
  /** `known`: what is known of the person from elsewhere. */
  | {
      readonly kind: 'findPerson';
      readonly place: WorkspacePlace;
      readonly subject: Subject;
      readonly known?: Person;
    }
  | { readonly kind: 'erase'; readonly place: WorkspacePlace; readonly request: ErasureRequest };

export interface WorkspaceAnswers {
  serialise:
    | Serialised
    | { readonly kind: 'gone' }
    | { readonly kind: 'unsound'; readonly refusal: WorkspaceRefusal }
    | { readonly kind: 'tooLarge'; readonly fill: readonly Fill[] };
  /** The file as it was before it was protected, to be inspected like any other. */
  unlock: { readonly kind: 'unlocked'; readonly bytes: Uint8Array<ArrayBuffer> } | Refused;
  inspect: Inspected | Refused;
  replace:
    { readonly kind: 'replaced'; readonly workspaceId: string } | { readonly kind: 'changedMeanwhile' } | Refused;
  addAsCopy: { readonly kind: 'added' } | NotDone | Refused;
  keepFile: { readonly kind: 'kept'; readonly file: KeptFile } | NotDone | { readonly kind: 'unreadable' };
  people: { readonly kind: 'people'; readonly people: readonly HeldPerson[] } | { readonly kind: 'gone' };
  findPerson:
    | {
        readonly kind: 'found';
        readonly person: Person;
        readonly places: readonly FoundPlace[];
        readonly copies: readonly Copy[];
      }
    | { readonly kind: 'gone' };
  erase: { readonly kind: 'erased'; readonly done: ErasedPerson } | NotDone;
  checkAttachments: { readonly kind: 'checked'; readonly report: AttachmentReport } | { readonly kind: 'gone' };
}

/** A workspace as file bytes, and how much of its history they hold. */
export interface Serialised {
  readonly kind: 'serialised';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly savedAt: string;
  readonly seq: number;
  readonly changes: number;
  /** Nothing was ever done in it, so there is nothing to set aside. */
  readonly holdsNothing: boolean;
}

/** What a workspace file says of itself, after all of it was found sound. */
export interface Inspected {
  readonly kind: 'sound';
  readonly workspaceName: string;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly organisations: number;
  readonly tenders: number;
  readonly bids: number;
  readonly capabilities: number;
  readonly attachments: number;
  readonly changes: number;
  /** The names of people in it whose data was erased in what is open. */
  readonly heldAgain: readonly string[];
  /** How much the file holds, unpacked. */
  readonly bytes: number;
}

interface Refused {
  readonly kind: 'refused';
  readonly refusal: WorkspaceRefusal;
}

interface NotDone {
  readonly kind: 'notDone';
  readonly problem: CommandProblem | { readonly kind: 'gone' };
}

/** How far the worker is, from 0 to 1. */
export interface WorkspaceProgress {
  readonly kind: 'progress';
  readonly done: number;
}
