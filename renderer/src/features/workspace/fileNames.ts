import { format } from 'date-fns';

/** A name for the file of a workspace: `Kestrel bids 2026-11-23.muster`. */
export function workspaceFileName(workspaceName: string, now: Date): string {
  return `${plain(workspaceName)} ${format(now, 'yyyy-MM-dd')}.muster`;
}

/** A name that no earlier file set aside has, unless made in the same second. */
export function setAsideName(workspaceName: string, now: Date): string {
  return `${plain(workspaceName)} set aside ${format(now, 'yyyy-MM-dd HHmmss')}.muster`;
}

/** What every file system takes: no separators, wildcards, control or direction marks; not too long, not a hidden file. */
function plain(name: string): string {
  const letters = name.replaceAll(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu, ' ');
  const short = Array.from(letters.replaceAll(/\s+/g, ' ')).slice(0, 40).join('');
  return short.replaceAll(/^[. ]+|[. ]+$/g, '') || 'workspace';
}
