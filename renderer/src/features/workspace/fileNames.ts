import { format } from 'date-fns';
import { plainFileName } from '../../../../shared/domain/basics/plainFileName.ts';

/** A name for the file of a workspace: `Kestrel bids 2026-11-23.muster`. A protected one does not take the other's place. */
export function workspaceFileName(workspaceName: string, now: Date, isProtected: boolean): string {
  return `${plain(workspaceName)} ${format(now, 'yyyy-MM-dd')}${isProtected ? ' protected' : ''}.muster`;
}

/** A name that no earlier file set aside has, unless made in the same second. */
export function setAsideName(workspaceName: string, now: Date): string {
  return `${plain(workspaceName)} set aside ${format(now, 'yyyy-MM-dd HHmmss')}.muster`;
}

function plain(name: string): string {
  return plainFileName(name) || 'workspace';
}
