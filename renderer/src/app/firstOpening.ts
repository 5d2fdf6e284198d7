import { desktop } from '../host/desktop.ts';
import { type Started, startUp } from './startUp.ts';

let opened: Started | null = null;

/** Begun before the screens are even evaluated: the database opens meanwhile. */
export const firstOpening = openFirst();

async function openFirst(): Promise<Started> {
  opened = await startUp(desktop);
  return opened;
}

/** What the first opening led to, where it already has. */
export function firstOpened(): Started | null {
  return opened;
}
