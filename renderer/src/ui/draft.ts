import { freeName, keepDraft, keptNames, readDraft, removeDraft } from './draftStorage.ts';
import type { TextForm } from './textForm.ts';

/** Whether a value that is stored by now may be replaced. Asked inside the transaction that would replace it. */
export type MayReplace<T> = (stored: T) => boolean;

/**
 * Stores a value. The answer is `null`, or the sentence that says why it was not stored. Where `mayReplace` says no, nothing
 * is stored either.
 */
export type Commit<T> = (value: T, mayReplace?: MayReplace<T>) => Promise<string | null>;

/** A record with one field changed; the record as it is, where what is stored there may not be replaced. */
export function withField<R extends object, K extends keyof R>(
  record: R,
  name: K,
  value: R[K],
  mayReplace: MayReplace<R[K]> = () => true,
): R {
  return mayReplace(record[name]) ? { ...record, [name]: value } : record;
}

/** The same where the value does not lie in a field: what `change` makes of the record, or the record as it is. */
export function unlessStored<R, T>(
  record: R,
  stored: T,
  mayReplace: MayReplace<T> | undefined,
  change: (record: R) => R,
): R {
  return mayReplace?.(stored) === false ? record : change(record);
}

export type DraftState<T> =
  | { readonly kind: 'idle' }
  | Typing<T>
  /** Stored, and left as typed so that a field does not change its text under the hands of who types. */
  | { readonly kind: 'stored'; readonly text: string; readonly value: T };

/** Not stored. */
interface Typing<T> {
  readonly kind: 'typing';
  readonly text: string;
  /** It comes from an earlier visit, which ended before it was stored. */
  readonly restored: boolean;
  readonly problem: string | null;
  /** What another window, or another command, has stored since the typing began. Nothing is stored before a person has chosen. */
  readonly conflict: { readonly theirs: T } | null;
}

/** `both`: what is stored with what was typed after it. */
export type Choice = 'mine' | 'theirs' | 'both';

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
  /** What becomes of a conflict. */
  readonly choose: (choice: Choice) => Promise<void>;
  /** What is kept under this name is being typed in another window, and not left over from an earlier visit. */
  readonly typedElsewhere: (name: string) => void;
  /** The stored value may have changed underneath: undo, another window, or our own commit. */
  readonly follow: (target: Target<T>) => void;
}

const pause = 800;

/**
 * Typing that cannot be lost: kept in localStorage under `key` (the record's id and the field) at every key pressed,
 * given to `commit` after a pause or when the field is left, and taken out of localStorage once that has succeeded. It never
 * replaces what whoever types has not seen: then both are shown, and a person chooses.
 */
export function openDraft<T>(key: string, first: Target<T>): Draft<T> {
  let target = first;
  let { state, name } = restored(key, first);
  /** What may be replaced, as it is shown: what was there when the typing began, and what it became by this typing. */
  let seen = new Set([first.form.show(first.committed)]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watchers = new Set<() => void>();

  const become = (next: DraftState<T>): void => {
    state = next;
    for (const watcher of watchers) watcher();
  };
  const forget = (): void => {
    clearTimeout(timer);
    if (name !== null) removeDraft(name);
    name = null;
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
    if (before.conflict !== null) return;
    const reading = form.read(before.text);
    if (!reading.ok) {
      if (leaving) become({ ...before, problem: reading.problem });
      return;
    }
    const { value } = reading;
    seen.add(form.show(value));
    let conflict: Typing<T>['conflict'] = null;
    const mayReplace = (stored: T): boolean => {
      if (seen.has(form.show(stored))) return true;
      conflict = { theirs: stored };
      return false;
    };
    const problem = form.show(value) === form.show(committed) ? null : await commit(value, mayReplace);
    const after = state;
    if (after.kind === 'typing' && conflict !== null) return become({ ...after, conflict });
    // Typed on, or taken back, while it was being stored: what is there now is settled by its own pause.
    if (after.kind !== 'typing' || after.text !== before.text) return;
    if (problem === null) {
      forget();
      become({ kind: 'stored', value, text: leaving ? form.show(value) : after.text });
    } else {
      become({ ...after, problem });
    }
  };

  const discard = (): void => {
    forget();
    become({ kind: 'idle' });
  };

  const settle = (): Promise<void> =>
    // What was restored is stored only by the hand of the person who is asked about it.
    state.kind === 'typing' && !state.restored ? store(false) : Promise.resolve();

  const keepBoth = async ({ text }: Typing<T>, theirs: T): Promise<void> => {
    const { form, commit } = target;
    const reading = form.read(text);
    if (!reading.ok || form.join === undefined) return;
    const both = form.join(theirs, reading.value);
    let newer: Typing<T>['conflict'] = null;
    const problem = await commit(both, (stored) => {
      if (form.show(stored) === form.show(theirs)) return true;
      newer = { theirs: stored };
      return false;
    });
    if (state.kind !== 'typing') return;
    if (newer !== null) become({ ...state, conflict: newer });
    else if (problem !== null) become({ ...state, problem });
    else if (state.text === text) discard();
    // Typed on meanwhile: what is stored by now would go with it.
    else become({ ...state, conflict: { theirs: both } });
  };

  return {
    state: () => state,
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    type: (text) => {
      name ??= freeName(key);
      keepDraft(name, text);
      const { form, committed } = target;
      if (state.kind === 'idle') seen = new Set([form.show(committed)]);
      const before = state.kind === 'typing' ? state : null;
      const reading = form.read(text);
      const isRefused = before !== null && before.problem !== null && !reading.ok;
      const problem = isRefused ? reading.problem : null;
      become({ kind: 'typing', text, restored: false, problem, conflict: before?.conflict ?? null });
      clearTimeout(timer);
      if (form.stored === 'atPause') timer = setTimeout(() => void settle(), pause);
    },
    finish: () => store(true),
    settle,
    discard,
    choose: async (choice) => {
      if (state.kind !== 'typing' || state.conflict === null) return;
      const { theirs } = state.conflict;
      if (choice === 'theirs') return discard();
      if (choice === 'both') return keepBoth(state, theirs);
      seen.add(target.form.show(theirs));
      become({ ...state, conflict: null });
      await store(true);
    },
    typedElsewhere: (typed) => {
      if (typed !== name || state.kind !== 'typing' || !state.restored) return;
      name = null;
      become({ kind: 'idle' });
    },
    follow: (next) => {
      const { form } = next;
      const shown = form.show(next.committed);
      const isMoved = shown !== form.show(target.committed);
      target = next;
      if (!isMoved) return;
      if (state.kind === 'stored' && form.show(state.value) !== shown) become({ kind: 'idle' });
      if (state.kind !== 'typing') return;
      if (state.restored && says(state.text, next)) return discard();
      const conflict = seen.has(shown) || says(state.text, next) ? null : { theirs: next.committed };
      if (conflict !== null || state.conflict !== null) become({ ...state, conflict });
    },
  };
}

/** What is left of an earlier visit, and the name under which it is kept. */
function restored<T>(key: string, target: Target<T>): { state: DraftState<T>; name: string | null } {
  for (const name of keptNames(key)) {
    const text = readDraft(name);
    if (text !== null && !says(text, target)) {
      return { state: { kind: 'typing', text, restored: true, problem: null, conflict: null }, name };
    }
    removeDraft(name);
  }
  return { state: { kind: 'idle' }, name: null };
}

/** Whether typed text says what is stored already. */
function says<T>(text: string, { committed, form }: Target<T>): boolean {
  const reading = form.read(text);
  return reading.ok && form.show(reading.value) === form.show(committed);
}
