import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newerWriters } from '../../renderer/src/safekeeping/keptStates.ts';
import { flushOutbox } from '../../renderer/src/safekeeping/outbox.ts';
import { encodeLine, journalFormatVersion, readSegment } from '../../shared/journal/segment.ts';
import { numbersFrom, pick } from './chance.ts';
import { type Finding, Tally } from './fault.ts';
import { acknowledgedIn, compare, journalOf, type Scene, sceneOf, type Work } from './keptFiles.ts';
import { anyCommand } from './pages/commands.ts';
import { verify } from './verify.ts';

const writer = 'Muster 9.9.9';

/**
 * A newer Muster has gone on with the journal: not a byte of it is changed and no piece is begun beside it, by a start or by a
 * window that was open before; its writer is named; and what the database holds stays.
 */
export async function leaveNewerJournal(work: Work, times: number, seed: number): Promise<Finding> {
  const tally = new Tally('Journal that a newer Muster has gone on with');
  const next = numbersFrom(seed);
  for (; tally.injected < times; tally.injected += 1) {
    const folder = `${work.folder}-newer`;
    cpSync(work.folder, folder, { recursive: true });
    const scene = await sceneOf(work, folder, pick(['halfWay', 'end'] as const, next), next);
    try {
      await leave(scene, tally);
    } catch (problem) {
      tally.wrong.push(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem));
    }
    await scene.store.db.delete();
    rmSync(folder, { recursive: true });
  }
  return tally.finding();
}

async function leave(scene: Scene, tally: Tally): Promise<void> {
  const { store, files, folder, next } = scene;
  const asFound = await journalOf(scene);
  rewriteHeader(path.join(folder, 'journal', pick(readdirSync(path.join(folder, 'journal')), next)));
  const before = bytesIn(folder);
  const startedAt = performance.now();
  const compared = await compare(scene);
  tally.milliseconds.push(Math.round(performance.now() - startedAt));
  if (compared.kind !== 'newerJournal' || compared.writtenBy !== writer)
    tally.wrong.push(`A start says ${JSON.stringify(compared)}.`);
  await anyCommand(store, next);
  const flushed = await flushOutbox(store.db, files, asFound);
  if (flushed.kind === 'flushed' && asFound.head !== null) tally.wrong.push('A window that was open went on with it.');
  const named = await newerWriters(files, 'own');
  if (!named.includes(writer)) tally.wrong.push(`Its writer is not named: ${JSON.stringify(named)}`);
  const after = bytesIn(folder);
  if (after !== before) tally.wrong.push('The journal was changed.');
  const all = await acknowledgedIn(scene);
  const { lost, torn } = await verify(
    store.db,
    all.filter(([seq]) => seq <= store.seenSeq),
  );
  tally.acknowledged += all.length;
  tally.lost += lost;
  tally.wrong.push(...torn);
  tally.silently += 1;
}

function rewriteHeader(file: string): void {
  const bytes = readFileSync(file);
  const segment = readSegment(bytes);
  if (!segment.ok || segment.value.header === null) throw new Error('no header');
  const newer = { ...segment.value.header, formatVersion: journalFormatVersion + 1, writtenBy: writer };
  writeFileSync(file, Buffer.concat([encodeLine(newer), bytes.subarray(bytes.indexOf(10) + 1)]));
}

function bytesIn(folder: string): string {
  const journal = path.join(folder, 'journal');
  return JSON.stringify(readdirSync(journal).map((name) => [name, readFileSync(path.join(journal, name), 'base64')]));
}
