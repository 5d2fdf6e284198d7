import type { WorkspaceRefusal } from '../../../shared/workspace/refusal.ts';
import type { CommandProblem } from '../store/runCommand.ts';

/** What the workspace worker can be asked to do; each worker does one job and ends. */
export type WorkspaceJob =
  | { readonly kind: 'serialise'; readonly place: WorkspacePlace; readonly savedBy: string }
  | { readonly kind: 'inspect'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'replace';
      readonly database: string;
      readonly bytes: Uint8Array;
      readonly fileName: string;
      /** The person holds this file, so that what it holds counts as saved. */
      readonly isSavedFile: boolean;
      /** The history entry up to which the present workspace was set aside; `null` where there is none to lose. */
      readonly setAsideUpTo: number | null;
    }
  | {
      readonly kind: 'addAsCopy';
      readonly place: WorkspacePlace;
      readonly bytes: Uint8Array;
      readonly fileName: string;
    };

/** An open workspace, as another thread can find it. */
export interface WorkspacePlace {
  readonly workspaceId: string;
  readonly database: string;
}

export interface WorkspaceAnswers {
  serialise: Serialised | { readonly kind: 'gone' };
  inspect: Inspected | Refused;
  replace:
    { readonly kind: 'replaced'; readonly workspaceId: string } | { readonly kind: 'changedMeanwhile' } | Refused;
  addAsCopy: { readonly kind: 'added'; readonly organisations: number } | NotDone | Refused;
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
}

interface Refused {
  readonly kind: 'refused';
  readonly refusal: WorkspaceRefusal;
}

interface NotDone {
  readonly kind: 'notDone';
  readonly problem: CommandProblem | { readonly kind: 'gone' };
}

/** What the worker posts: how far it is (0 to 1), then one answer. */
export type WorkspaceReport<K extends keyof WorkspaceAnswers = keyof WorkspaceAnswers> =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'answer'; readonly answer: WorkspaceAnswers[K] }
  | { readonly kind: 'crashed'; readonly detail: string };
