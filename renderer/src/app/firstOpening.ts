import { desktop } from '../host/desktop.ts';
import { startUp } from './startUp.ts';

/** Begun before the screens are even evaluated: the database opens meanwhile. */
export const firstOpening = startUp(desktop);
