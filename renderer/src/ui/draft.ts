import { keepDraft, readDraft, removeDraft } from './draftStorage.ts';
import type { TextForm } from './textForm.ts';

/** Stores a value. The answer is `null`, or the sentence that says why it was not stored. */
export type Commit<T> = (value: T) => Promise<string | null>;

export type DraftState<T> =
  | { readonly kind: 'idle' }
  /** Not stored. `restored`: it comes from an earlier visit, which ended before it was stored. */
  | { readonly kind: 'typing'; readonly text: string; readonly restored: boolean; readonly problem: string | null }
  /** Stored, and left as typed so that a field does not change its text under the hands of who types. */
  | { readonly kind: 'stored'; readonly text: string; readonly value: T };

/** What the typing belongs to; `committed` is what is stored now. */
export interface Target<T> {
  readonly committed: T;
  readonly form: TextForm<T>;
  readonly commit: Commit<T>;
}

export interface Draft<T> {
  readonly state: () => DraftState<T>;
  readonly watch: (watcher: () => void) => () => void;
  readonly type: (text: string) => void;
  /** Enter, or the field is left: what was typed is stored, or the problem shown. */
  readonly finish: () => Promise<void>;
  /** The typing stopped, or the page goes away: what can be stored is stored. */
  readonly settle: () => Promise<void>;
  /** Escape: back to what is stored. */
  readonly discard: () => void;
  /** The stored value may have changed underneath: undo, another window, or our own commit. */
  readonly follow: (target: Target<T>) => void;
}

const pause = 800;

/**
 * Typing that cannot be lost: kept in localStorage under `key` (the record's id and the field) at every key pressed,
 * given to `commit` after a pause or when the field is left, and taken out of localStorage once that has succeeded.
 */
export function openDraft<T>(key: string, first: Target<T>): Draft<T> {
  let target = first;
  let state = restored(key, first);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watchers = new Set<() => void>();

  const become = (next: DraftState<T>): void => {
    state = next;
    for (const watcher of watchers) watcher();
  };

  const store = async (leaving: boolean): Promise<void> => {
    clearTimeout(timer);
    const { form, commit, committed } = target;
    const before = state;
    if (before.kind === 'idle') return;
    if (before.kind === 'stored') {
      if (leaving) become({ ...before, text: form.show(before.value) });
      return;
    }
    const reading = form.read(before.text);
    if (!reading.ok) {
      if (leaving) become({ ...before, problem: reading.problem });
      return;
    }
    const { value } = reading;
    const problem = form.show(value) === form.show(committed) ? null : await commit(value);
    const after = state;
    // Typed on, or taken back, while it was being stored: what is there now is settled by its own pause.
    if (after.kind !== 'typing' || after.text !== before.text) return;
    if (problem === null) {
      removeDraft(key);
      become({ kind: 'stored', value, text: leaving ? form.show(value) : after.text });
    } else {
      become({ ...after, problem });
    }
  };

  const settle = (): Promise<void> =>
    // What was restored is stored only by the hand of the person who is asked about it.
    state.kind === 'typing' && !state.restored ? store(false) : Promise.resolve();

  return {
    state: () => state,
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    type: (text) => {
      keepDraft(key, text);
      const reading = target.form.read(text);
      const refused = state.kind === 'typing' && state.problem !== null && !reading.ok;
      become({ kind: 'typing', text, restored: false, problem: refused ? reading.problem : null });
      clearTimeout(timer);
      if (target.form.stored === 'atPause') timer = setTimeout(() => void settle(), pause);
    },
    finish: () => store(true),
    settle,
    discard: () => {
      clearTimeout(timer);
      removeDraft(key);
      become({ kind: 'idle' });
    },
    follow: (next) => {
      const { form } = next;
      const moved = form.show(next.committed) !== form.show(target.committed);
      target = next;
      if (!moved) return;
      if (state.kind === 'stored' && form.show(state.value) !== form.show(next.committed)) become({ kind: 'idle' });
      if (state.kind === 'typing' && state.restored && says(state.text, next)) {
        removeDraft(key);
        become({ kind: 'idle' });
      }
    },
  };
}

function restored<T>(key: string, target: Target<T>): DraftState<T> {
  const text = readDraft(key);
  if (text !== null && !says(text, target)) return { kind: 'typing', text, restored: true, problem: null };
  removeDraft(key);
  return { kind: 'idle' };
}

/** Whether typed text says what is stored already. */
function says<T>(text: string, { committed, form }: Target<T>): boolean {
  const reading = form.read(text);
  return reading.ok && form.show(reading.value) === form.show(committed);
}
