import 'fake-indexeddb/auto';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { muster } from '../../electron/cli/muster.ts';
import { bringBack } from '../../renderer/src/safekeeping/bringBack.ts';
import { keptStates } from '../../renderer/src/safekeeping/keptStates.ts';
import { addRecords } from '../../renderer/src/store/commands/records.ts';
import { readContents } from '../../renderer/src/store/contents.ts';
import { MusterDatabase } from '../../renderer/src/store/db.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { runCommand } from '../../renderer/src/store/runCommand.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { redo, undo } from '../../renderer/src/store/undo.ts';
import { entryLimits } from '../../shared/domain/basics/entryLimits.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import { ok } from '../../shared/domain/basics/result.ts';
import { readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { serialiseWorkspace } from '../../shared/workspace/serialiseWorkspace.ts';
import { callerIn } from '../cli/callerIn.ts';
import { numbersFrom } from '../faults/chance.ts';
import { nestedLists, strangeWrites } from '../faults/strangeRows.ts';
import { filesIn, flush, snapshot } from '../safekeeping/support.ts';
import { fullContents, parksBid } from '../workspace/fullContents.ts';
import { done, freshDatabase, openReady, refusal } from './support.ts';

/** Adds a row to every table. */
function fill(store: Store) {
  return done(addRecords(store, fullContents, fullContents.attachments, 'a file', true));
}

test(
  'a row that a command accepts is accepted by every reader, and any other is refused with a reason',
  { timeout: 300_000 },
  async () => {
    const store = await openReady(await freshDatabase());
    const { files } = await filesIn();
    await flush(store, files);
    await fill(store);
    const next = numbersFrom(10);
    let accepted = 0;
    const refusals = new Set<string>();
    for (let turn = 0; turn < 150; turn += 1) {
      const writes = strangeWrites(next);
      const outcome = await runCommand(store, () => Promise.resolve(ok({ label: 'Changed', writes, confirmed: true })));
      if (outcome.ok) accepted += outcome.value === null ? 0 : 1;
      else if (outcome.error.kind === 'refused') refusals.add(outcome.error.sentence);
      else expect(outcome.error).toBe('a refusal');
      if (turn % 50 === 0) await undo(store);
      if (turn % 100 === 0) await redo(store);
    }
    expect(accepted).toBeGreaterThan(30);
    for (const reason of ['nested too deeply', 'nothing that a file can hold', 'not a number', '__proto__', 'missing'])
      expect([...refusals].join('\n')).toContain(reason);

    const contents = await readContents(store.db);
    if (contents === null) throw new Error('gone');
    const file = await serialiseWorkspace(contents, { savedAt: '2026-11-30T18:00:00Z', savedBy: 'Muster test' });
    const read = await readWorkspace(file);
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect(read.value.bids).toEqual(plain(contents.bids.toSorted((a, b) => (a.id < b.id ? -1 : 1))));

    await flush(store, files);
    const [fromJournal] = await keptStates(files, 'own');
    expect(fromJournal).toMatchObject({ seq: store.seenSeq, snapshot: null });
    await snapshot(store, files);
    const [newest] = await keptStates(files, 'own');
    if (newest === undefined) throw new Error('nothing is kept');
    const database = `muster-${newId()}`;
    expect(await bringBack(files, newest, database)).toMatchObject({ ok: true });
    const back = new MusterDatabase(database);
    await back.open();
    expect(await Promise.all(tables(back))).toEqual(plain(await Promise.all(tables(store.db))));

    const folder = await mkdtemp(path.join(tmpdir(), 'muster-accepted-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(path.join(folder, 'w.muster'), file);
    // A stack of half the usual size, as a worker has it.
    const cli = fileURLToPath(new URL('../../electron/cli/index.ts', import.meta.url));
    const stack = ['--stack-size=480', '--import', 'tsx', cli];
    await promisify(execFile)(process.execPath, [...stack, 'verify', path.join(folder, 'w.muster')]);
    expect(await muster(['export', 'organisations', 'w.muster', '--out', 'o.csv'], callerIn(folder))).toMatchObject({
      exitCode: 0,
    });
    expect(await muster(['export', 'calendar', 'w.muster', '--out', 'c.ics'], callerIn(folder))).toMatchObject({
      exitCode: 0,
    });
    // A document may lack what it needs, and then says what: the bid is a strange one by now.
    for (const document of ['agreement', 'bid']) {
      const options = ['--bid', parksBid.id, '--date', '2026-11-23', '--no-page-numbers', '--out', `${document}.docx`];
      const made = await muster(['export', document, 'w.muster', ...options], callerIn(folder));
      if (made.exitCode !== 0) expect(made.stderr).toMatch(/^w\.muster: [A-Z]/);
    }
  },
);

/** What a file keeps of a value: a field without a value is none, and there is one zero. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function tables(db: MusterDatabase): readonly PromiseLike<readonly unknown[]>[] {
  return [...Object.keys(fullContents), 'tenderSummaries', 'bidSummaries']
    .filter((name) => db.tables.some((table) => table.name === name) && name !== 'history' && name !== 'attachments')
    .map((name) => db.table(name).toArray());
}

test('the deepest and the largest row are accepted, and nothing beyond them', { timeout: 120_000 }, async () => {
  const store = await openReady(await freshDatabase());
  await fill(store);
  const answered = (depth: number, text = '') =>
    runCommand(store, () => {
      const [question] = parksBid.questions;
      const content = [nestedLists(depth), { type: 'paragraph', content: [{ type: 'text', text }] }];
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as an editor without limits would hand it over
      const row = { ...parksBid, questions: [{ ...question, answer: { type: 'doc', content } }] } as typeof parksBid;
      return Promise.resolve(ok({ label: 'Answered', writes: [{ table: 'bids' as const, id: parksBid.id, row }] }));
    });
  await done(answered(entryLimits.listDepth));
  expect(await refusal(answered(700))).toBe(
    'Not stored: it could not be read back (bids, questions.0.answer). It is nested too deeply. Nothing was changed. Make it shorter or simpler, then try again.',
  );
  expect(await refusal(answered(100_000))).toContain('nested too deeply');
  expect(await refusal(answered(1, 'x'.repeat(entryLimits.rowCharacters)))).toContain('too large');
  const organisations = Array.from({ length: 3 }, (_, at) => ({
    ...newOrganisation(newId(), `Wordy ${at}`),
    notes: 'n'.repeat(entryLimits.rowCharacters - 2000),
  }));
  expect(await refusal(addRecords(store, { organisations }, [], 'a file', true))).toContain('too much for one step');
  await done(addRecords(store, { organisations: organisations.slice(0, 1) }, [], 'a file', true));
});
