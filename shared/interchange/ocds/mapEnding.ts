import { at, type Field, text } from './fields.ts';

const ended = new Set(['cancelled', 'withdrawn', 'unsuccessful', 'terminated', 'discontinued', 'abandoned']);

/** Whether the status of a tender, a lot or an award says that nothing comes of it. */
export function hasEnded(stage: Field): boolean {
  return ended.has(text(at(stage, 'status')).toLowerCase());
}
