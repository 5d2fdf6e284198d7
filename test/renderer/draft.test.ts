import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nameForm } from '../../renderer/src/features/organisations/forms.ts';
import { amountForm, optionalDayForm } from '../../renderer/src/parts/forms.ts';
import { type Draft, type DraftState, openDraft, type Target } from '../../renderer/src/ui/draft.ts';
import { freeText, type TextForm } from '../../renderer/src/ui/textForm.ts';

const key = 'record.field';
const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A field over a value that `commit` changes as the store would: `follow` brings the news. */
function field<T>(form: TextForm<T>, initial: T, refusals: readonly (string | null)[] = []) {
  const commits: T[] = [];
  const outcomes = [...refusals];
  const target = (committed: T): Target<T> => ({
    committed,
    form,
    commit: async (value) => {
      commits.push(value);
      const refusal = outcomes.shift() ?? null;
      if (refusal === null) draft.follow(target(value));
      return refusal;
    },
  });
  const draft = openDraft(key, target(initial));
  return { draft, commits, changeUnderneath: (value: T) => draft.follow(target(value)) };
}

function textOf<T>(state: DraftState<T>): string | null {
  return state.kind === 'idle' ? null : state.text;
}

async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

describe('typing', () => {
  test('is kept outside the page at every key, before anything is stored', () => {
    const { draft, commits } = field(freeText, '');
    draft.type('K');
    draft.type('Ke');
    expect([...kept.values()]).toEqual(['Ke']);
    expect(commits).toEqual([]);
  });

  test('is stored once for each pause, and then no longer kept', async () => {
    const { draft, commits } = field(freeText, '');
    for (const text of ['K', 'Ke', 'Kes']) {
      draft.type(text);
      await pass(500);
    }
    await pass(800);
    expect(commits).toEqual(['Kes']);
    expect(kept.size).toBe(0);
  });

  test('does not lose its last space when a pause falls behind it', async () => {
    const { draft } = field(freeText, '');
    draft.type('Kestrel ');
    await pass(800);
    expect(textOf(draft.state())).toBe('Kestrel ');
  });

  test('goes on while the store is busy, and the rest is stored too', async () => {
    const { draft, commits } = field(freeText, '');
    draft.type('Kes');
    const storing = draft.settle();
    draft.type('Kestrel');
    await storing;
    expect([...kept.values()]).toEqual(['Kestrel']);
    await pass(800);
    expect(commits).toEqual(['Kes', 'Kestrel']);
    expect(kept.size).toBe(0);
  });

  test('of a date or an amount is stored when the field is left, because half of it is another value', async () => {
    const { draft, commits } = field(amountForm, 0);
    draft.type('£5');
    await pass(5000);
    expect(commits).toEqual([]);
    draft.type('£520k');
    await draft.finish();
    expect(commits).toEqual([52_000_000]);
    expect(textOf(draft.state())).toBe('£520,000');
  });

  test('that says what is stored already stores nothing', async () => {
    const { draft, commits } = field(optionalDayForm, '2027-02-12');
    draft.type('12/2/2027');
    await draft.finish();
    expect(commits).toEqual([]);
    expect(kept.size).toBe(0);
    expect(textOf(draft.state())).toBe('Fri 12 Feb 2027');
  });

  test('that cannot be understood stays as it is and is not stored', async () => {
    const { draft, commits } = field(optionalDayForm, null);
    draft.type('31/02/2027');
    await draft.finish();
    expect(commits).toEqual([]);
    expect(draft.state()).toMatchObject({ kind: 'typing', text: '31/02/2027' });
    expect(draft.state()).toHaveProperty('problem', expect.stringContaining('There is no such day'));
    expect([...kept.values()]).toEqual(['31/02/2027']);
  });

  test('is not scolded before the field is left', async () => {
    const { draft } = field(nameForm, 'Kestrel Row CIC');
    draft.type('');
    await pass(2000);
    expect(draft.state()).toHaveProperty('problem', null);
  });

  test('stays, with the reason, when the store refuses it, and can be stored after that', async () => {
    const { draft, commits } = field(freeText, '', ['The disk is full.']);
    draft.type('Kestrel');
    await draft.finish();
    expect(draft.state()).toMatchObject({ kind: 'typing', text: 'Kestrel', problem: 'The disk is full.' });
    expect([...kept.values()]).toEqual(['Kestrel']);
    await draft.finish();
    expect(commits).toEqual(['Kestrel', 'Kestrel']);
    expect(kept.size).toBe(0);
  });
});

describe('Escape', () => {
  test('gives back what is stored', async () => {
    const { draft, commits } = field(freeText, 'Kestrel');
    draft.type('Kestrelx');
    draft.discard();
    await pass(2000);
    expect(draft.state()).toEqual({ kind: 'idle' });
    expect(commits).toEqual([]);
    expect(kept.size).toBe(0);
  });
});

describe('after a crash', () => {
  test('what was typed is offered again, and stored only by the hand of the person', async () => {
    field(freeText, 'Kestrel').draft.type('Kestrel Row');
    const { draft, commits } = field(freeText, 'Kestrel');
    expect(draft.state()).toMatchObject({ kind: 'typing', text: 'Kestrel Row', restored: true });
    await draft.settle();
    await pass(5000);
    expect(commits).toEqual([]);
    await draft.finish();
    expect(commits).toEqual(['Kestrel Row']);
    expect(kept.size).toBe(0);
  });

  test('nothing is offered where it was stored after all', () => {
    field(optionalDayForm, null).draft.type('12 Feb 2027');
    expect(field(optionalDayForm, '2027-02-12').draft.state()).toEqual({ kind: 'idle' });
    expect(kept.size).toBe(0);
  });
});

describe('a value that changes underneath', () => {
  test('is shown when nothing is being typed, also right after storing', async () => {
    const { draft, changeUnderneath } = field(freeText, 'before');
    draft.type('after');
    await pass(800);
    expect(textOf(draft.state())).toBe('after');
    changeUnderneath('before');
    expect(draft.state()).toEqual({ kind: 'idle' });
  });

  test('does not take away what is being typed', () => {
    const { draft, changeUnderneath } = field(freeText, 'before');
    draft.type('typing');
    changeUnderneath('from another window');
    expect(textOf(draft.state())).toBe('typing');
  });
});

/** Two windows with the same field open, over one value that is stored. */
function windows(form: TextForm<string>, initial: string) {
  const stored = { value: initial };
  const history = [initial];
  const open: Draft<string>[] = [];
  const target = (committed: string): Target<string> => ({
    committed,
    form,
    commit: async (value, mayReplace = () => true) => {
      if (!mayReplace(stored.value)) return null;
      stored.value = value;
      history.push(value);
      return null;
    },
  });
  /** The live queries of both windows bring what is stored. */
  const hear = (): void => {
    for (const draft of open) draft.follow(target(stored.value));
  };
  const openWindow = (): Draft<string> => {
    const draft = openDraft(key, target(stored.value));
    open.push(draft);
    return draft;
  };
  return { stored, history, hear, openWindow };
}

describe('one text typed in two windows', () => {
  test.each([
    ['the other window has heard of the first', true],
    ['it has not yet', false],
  ])('the second to store sees the other and replaces nothing: %s', async (_when, isHeard) => {
    const { stored, hear, openWindow } = windows(freeText, 'before');
    const [one, two] = [openWindow(), openWindow()];
    one.type('from one');
    two.type('from two');
    await one.finish();
    if (isHeard) hear();
    await two.finish();
    await pass(5000);
    expect(stored.value).toBe('from one');
    expect(two.state()).toMatchObject({ kind: 'typing', text: 'from two', conflict: { theirs: 'from one' } });
    expect([...kept.values()]).toEqual(['from two']);
  });

  test('a person chooses the own text, the other, or both', async () => {
    for (const [choice, expected] of [
      ['mine', 'from two'],
      ['theirs', 'from one'],
      ['both', 'from one\nfrom two'],
    ] as const) {
      kept.clear();
      const { stored, hear, openWindow } = windows(freeText, 'before');
      const [one, two] = [openWindow(), openWindow()];
      one.type('from one');
      two.type('from two');
      await one.finish();
      hear();
      await two.choose(choice);
      expect(stored.value).toBe(expected);
      hear();
      expect(two.state()).not.toMatchObject({ kind: 'typing' });
      expect(kept.size).toBe(0);
    }
  });

  test('keeping both, while the other window has stored again, asks again and loses nothing', async () => {
    const { stored, openWindow } = windows(freeText, 'before');
    const [one, two] = [openWindow(), openWindow()];
    two.type('from two');
    one.type('from one');
    await one.finish();
    await two.finish();
    stored.value = 'from one, again';
    await two.choose('both');
    expect(stored.value).toBe('from one, again');
    expect(two.state()).toMatchObject({ kind: 'typing', text: 'from two', conflict: { theirs: 'from one, again' } });
    expect([...kept.values()]).toEqual(['from two']);
    await two.choose('both');
    expect(stored.value).toBe('from one, again\nfrom two');
  });

  test('what is typed on while nobody has chosen stays, and is not stored', async () => {
    const { stored, hear, openWindow } = windows(freeText, '');
    const [one, two] = [openWindow(), openWindow()];
    two.type('two');
    one.type('one');
    await one.finish();
    hear();
    two.type('two and more');
    await pass(5000);
    await two.settle();
    expect(stored.value).toBe('one');
    expect(two.state()).toMatchObject({ text: 'two and more', conflict: { theirs: 'one' } });
    await two.choose('mine');
    expect(stored.value).toBe('two and more');
  });

  test('what a window stored itself is no conflict, however late it hears of it', async () => {
    const { stored, hear, openWindow } = windows(freeText, '');
    const draft = openWindow();
    draft.type('K');
    await pass(800);
    draft.type('Ke');
    await pass(800);
    draft.type('Kes');
    hear();
    await pass(800);
    hear();
    expect(stored.value).toBe('Kes');
    expect(draft.state()).toMatchObject({ kind: 'stored', text: 'Kes' });
  });

  test('the same text in both is no conflict', async () => {
    const { hear, openWindow } = windows(freeText, '');
    const [one, two] = [openWindow(), openWindow()];
    one.type('the same');
    two.type('the same ');
    await one.finish();
    hear();
    await two.finish();
    expect(two.state()).toMatchObject({ kind: 'stored' });
  });

  test('is kept for each of them: one that stores does not take away what the other typed', async () => {
    const { openWindow, stored } = windows(freeText, '');
    const [one, two] = [openWindow(), openWindow()];
    one.type('one');
    two.type('two');
    expect([...kept.values()].toSorted()).toEqual(['one', 'two']);
    await one.finish();
    expect([...kept.values()]).toEqual(['two']);
    // The second window is killed; its typing is offered where the field is opened again.
    expect(openWindow().state()).toMatchObject({ kind: 'typing', text: 'two', restored: true });
    expect(stored.value).toBe('one');
  });

  test('is not offered as left over while the other window still types it', () => {
    const { openWindow } = windows(freeText, '');
    const one = openWindow();
    one.type('half a');
    const two = openWindow();
    expect(two.state()).toMatchObject({ restored: true });
    one.type('half a sentence');
    two.typedElsewhere(key);
    expect(two.state()).toEqual({ kind: 'idle' });
    expect([...kept.values()]).toEqual(['half a sentence']);
  });
});
