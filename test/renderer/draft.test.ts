import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nameForm } from '../../renderer/src/features/organisations/forms.ts';
import { amountForm, optionalDayForm } from '../../renderer/src/parts/forms.ts';
import { type DraftState, openDraft, type Target } from '../../renderer/src/ui/draft.ts';
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
