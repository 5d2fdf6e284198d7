import { useEffect, useRef } from 'react';
import type { Action } from './actions.ts';

/** How long G waits for the letter of a place. */
const sequenceTime = 1500;

/** Runs actions by their keys, as long as nothing lies over the page. */
export function useShortcuts(actions: readonly Action[], isOn: boolean): void {
  // The actions change with what undo would take back, which must not come between the two keys of a sequence.
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  }, [actions]);
  useEffect(() => {
    if (!isOn) return undefined;
    let prefix = '';
    let timer: ReturnType<typeof setTimeout> | undefined;

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const stroke = strokeOf(event);
      const typed = prefix === '' ? stroke : `${prefix} ${stroke}`;
      prefix = '';
      clearTimeout(timer);
      if (belongsToTheField(stroke, event.target)) return;
      const action = latest.current.find(({ keys }) => keys.includes(typed));
      if (action !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        // `disabled` greys a button and may be behind by a moment; the action itself knows whether it can.
        action.run();
      } else if (latest.current.some(({ keys }) => keys.some((key) => key.startsWith(`${typed} `)))) {
        prefix = typed;
        timer = setTimeout(() => {
          prefix = '';
        }, sequenceTime);
      }
    };
    // The second key of a sequence is the sequence's before it is anybody else's: C in the capability matrix, after G.
    const onSecondKey = (event: KeyboardEvent) => {
      if (prefix !== '') onKeyDown(event);
    };
    window.addEventListener('keydown', onSecondKey, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onSecondKey, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [isOn]);
}

/** A key as the actions write it; Command counts as Ctrl, so that one table serves every system. */
function strokeOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const isLetter = /^[a-z]$/i.test(key);
  return [
    ...(ctrlKey || metaKey ? ['Ctrl'] : []),
    ...(altKey ? ['Alt'] : []),
    // Of other characters, shift is already part: ? is Shift and another key on every keyboard.
    ...(shiftKey && isLetter ? ['Shift'] : []),
    isLetter ? key.toUpperCase() : key,
  ].join('+');
}

const textFields =
  'textarea, select, [contenteditable="true"], input:not([type=checkbox], [type=radio], [type=button])';

/** Letters belong to the field they are typed into, and so does taking back letters that are not stored yet. */
function belongsToTheField(stroke: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isOverPage = target.closest('[role=dialog]') !== null;
  if (!target.matches(textFields)) return isOverPage;
  if (!stroke.startsWith('Ctrl+') && !stroke.startsWith('Alt+')) return true;
  const isUndo = ['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+Y'].includes(stroke);
  return isOverPage || (isUndo && target.matches('[data-uncommitted], [type=search]'));
}
