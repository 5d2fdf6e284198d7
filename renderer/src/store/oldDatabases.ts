import { Dexie } from 'dexie';
import { firstDatabase, workspaceDatabases } from './openStore.ts';

/** A database that was in use before something was brought back or begun anew in another. */
export interface OldDatabase {
  readonly name: string;
  /** When it was begun (a UTC instant); `null` for the first of this computer. */
  readonly begunAt: string | null;
}

/** The databases of workspaces that are not the one in use, newest first. */
export async function oldDatabases(inUse: string): Promise<readonly OldDatabase[]> {
  const names = await workspaceDatabases();
  return names
    .filter((name) => name !== inUse)
    .toReversed()
    .map((name) => ({ name, begunAt: begunAt(name) }));
}

/** Removes one for good. What is kept of it outside the database stays. */
export function removeOldDatabase({ name }: OldDatabase): Promise<void> {
  return Dexie.delete(name);
}

/** Their names end with the moment, without the colons. */
function begunAt(name: string): string | null {
  const [, day, hours, minutes, rest] =
    /^-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2}\.\d{3}Z)$/.exec(name.slice(firstDatabase.length)) ?? [];
  return day === undefined ? null : `${day}T${hours}:${minutes}:${rest}`;
}
