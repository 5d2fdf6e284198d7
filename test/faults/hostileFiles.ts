import { isDeepStrictEqual } from 'node:util';
import { Encrypter } from 'age-encryption';
import { unzipSync, zipSync } from 'fflate';
import { unprotect } from '../../shared/workspace/passphrase.ts';
import { isProtected } from '../../shared/workspace/protection.ts';
import { readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { refusalSentence } from '../../shared/workspace/refusal.ts';
import { serialiseWorkspace } from '../../shared/workspace/serialiseWorkspace.ts';
import { containers } from '../workspace/cases/containers.ts';
import { manifests } from '../workspace/cases/manifests.ts';
import { passphrase, protections } from '../workspace/cases/protections.ts';
import { references } from '../workspace/cases/references.ts';
import { rows } from '../workspace/cases/rows.ts';
import { saved, sha256Hex } from '../workspace/contents.ts';
import { fixture, find, patched, renamed, text } from '../workspace/craft.ts';
import { type Next, numbersFrom, pick } from './chance.ts';
import { damages } from './damage.ts';
import { changeJson } from './json.ts';

/** What became of one hostile file. Anything but `refused` and `restored` is a fault of Muster. */
export interface HostileOutcome {
  /** Makes the same file again: `hostileFile(seed)`. Of a file made by hand, its place in the list. */
  readonly seed: number;
  readonly mutation: string;
  readonly result: 'refused' | 'restored' | 'halfRestored' | 'crashed';
  /** The kind of the refusal, or what is wrong. */
  readonly detail: string;
  /** Of the processor: what a busy machine adds is not the file's doing. */
  readonly milliseconds: number;
}

export interface HostileSummary {
  readonly files: number;
  readonly refused: number;
  readonly restored: number;
  /** Must be empty. */
  readonly faults: readonly HostileOutcome[];
  /** How often each kind of refusal was the answer. */
  readonly refusals: Readonly<Record<string, number>>;
  readonly slowest: HostileOutcome | undefined;
}

interface HostileFile {
  readonly mutation: string;
  readonly bytes: Uint8Array;
  /** The file whose contents are still in it, where it is accepted in spite of everything. */
  readonly expected: Files;
}

type Files = Readonly<Record<string, Uint8Array>>;

const good = fixture('v4.muster');
const goodFiles: Files = unzipSync(good);
const tables = Object.keys(goodFiles).filter((path) => path.endsWith('.jsonl') && goodFiles[path]?.length !== 0);
const locked = await lock(good);
const zeros = new Uint8Array(40 * 2 ** 20);
/** Much out of little: one that says so, one that says it holds next to nothing, one that says it holds 4 GB. */
const bombs = [zeros.length, 100, 2 ** 32 - 2].map((said) => {
  const bomb = zipSync({ ...goodFiles, 'README.txt': zeros });
  return patched(bomb, find(bomb, 'README.txt', true) - 46 + 24, littleEndian(said));
});

/** Reads `count` good workspace files, each with something done to it that `seed` decides. */
export async function* hostileFiles(count: number, seed: number): AsyncGenerator<HostileOutcome> {
  for (let at = 0; at < count; at += 1) yield judge(seed + at, hostileFile(seed + at));
}

/** Reads the files made by hand, each with one thing wrong: bombs, names that lead out, doubles, wrong hashes and the rest. */
export async function* knownHostileFiles(): AsyncGenerator<HostileOutcome> {
  const known = [...containers, ...manifests, ...rows, ...references, ...protections];
  for (const [at, [mutation, bytes, { kind }]] of known.entries()) {
    // It is sound, and opens with the passphrase.
    if (kind === 'passphraseNeeded') continue;
    const outcome = await judge(at, { mutation, bytes, expected: goodFiles });
    yield outcome.result === 'restored' ? { ...outcome, result: 'halfRestored', detail: 'It was accepted' } : outcome;
  }
}

export function summarise(outcomes: readonly HostileOutcome[]): HostileSummary {
  const refusals: Record<string, number> = {};
  for (const { result, detail } of outcomes) if (result === 'refused') refusals[detail] = (refusals[detail] ?? 0) + 1;
  return {
    files: outcomes.length,
    refused: outcomes.filter(({ result }) => result === 'refused').length,
    restored: outcomes.filter(({ result }) => result === 'restored').length,
    faults: outcomes.filter(({ result }) => result === 'halfRestored' || result === 'crashed'),
    refusals,
    slowest: outcomes.toSorted((a, b) => b.milliseconds - a.milliseconds)[0],
  };
}

/** The hostile file of this seed, the same at every run. */
export function hostileFile(seed: number): HostileFile {
  const next = numbersFrom(seed);
  const [mutation, mutate] = pick(mutations, next);
  return { mutation, ...mutate(next) };
}

type Mutate = (next: Next) => Omit<HostileFile, 'mutation'>;

/** Half of it is damage to the bytes; most of the rest fits together again, so that it gets past lengths and checksums. */
const mutations: readonly (readonly [string, Mutate])[] = [
  ...Object.entries(damages).map(([what, damage]): [string, Mutate] => [
    what,
    (next) => ({ bytes: damage(good, next), expected: goodFiles }),
  ]),
  ...Object.entries(damages).map(([what, damage]): [string, Mutate] => [
    `protected, ${what}`,
    (next) => ({ bytes: damage(locked, next), expected: goodFiles }),
  ]),
  ['a field of the zip overwritten', (next) => ({ bytes: otherField(next), expected: goodFiles })],
  ['a name that leads out', (next) => ({ bytes: badName(next), expected: goodFiles })],
  ['two files of one name', (next) => ({ bytes: twice(next), expected: goodFiles })],
  ['a bomb', (next) => ({ bytes: pick(bombs, next), expected: goodFiles })],
  ['a file left out or put in', (next) => whole(otherFiles(next))],
  ['the manifest changed', (next) => whole({ ...goodFiles, 'manifest.json': changed('manifest.json', next) })],
  ['a row changed', (next) => whole(withOtherLine(next))],
  ...[1, 2, 3, 4, 5, 6].map((): [string, Mutate] => [
    'a row changed, with hashes that fit',
    (next) => whole(fitted(withOtherLine(next))),
  ]),
];

async function judge(seed: number, { mutation, bytes, expected }: HostileFile): Promise<HostileOutcome> {
  const before = process.cpuUsage();
  const { result, detail } = await verdict(bytes, expected).catch((thrown: unknown) => ({
    result: 'crashed' as const,
    detail: String(thrown),
  }));
  const { user, system } = process.cpuUsage(before);
  return { seed, mutation, result, detail, milliseconds: (user + system) / 1000 };
}

async function verdict(bytes: Uint8Array, expected: Files): Promise<Pick<HostileOutcome, 'result' | 'detail'>> {
  const plain = isProtected(bytes) ? await unprotect(bytes, passphrase) : ({ ok: true, value: bytes } as const);
  const read = plain.ok ? await readWorkspace(plain.value) : plain;
  if (!read.ok) {
    const isSaid = /\w/.test(refusalSentence(read.error).what);
    return isSaid ? { result: 'refused', detail: read.error.kind } : { result: 'crashed', detail: 'No sentence' };
  }
  const { manifest, workspace, ...held } = read.value;
  for (const [table, rows] of Object.entries(held)) {
    const wanted = table === 'attachments' ? attachmentsIn(expected) : linesOf(expected[`tables/${table}.jsonl`]);
    if (!isDeepStrictEqual(plainly(table, rows), wanted)) return { result: 'halfRestored', detail: `${table} differs` };
  }
  // What is accepted must not be the last that is ever seen of it.
  const again = await readWorkspace(await serialiseWorkspace({ workspace, ...held }, saved));
  if (!again.ok) return { result: 'halfRestored', detail: `Saved again, it is refused: ${again.error.kind}` };
  return { result: 'restored', detail: manifest.savedBy };
}

function plainly(table: string, rows: readonly unknown[]): unknown {
  if (table !== 'attachments') return rows;
  return (rows as readonly { readonly sha256: string }[]).map(({ sha256 }) => sha256).toSorted();
}

function attachmentsIn(files: Files): readonly string[] {
  const paths = Object.keys(files).filter((path) => path.startsWith('attachments/'));
  return paths.map((path) => path.slice('attachments/'.length)).toSorted();
}

function linesOf(bytes: Uint8Array = new Uint8Array()): readonly unknown[] {
  const lines = new TextDecoder().decode(bytes).split('\n').slice(0, -1);
  return lines.map((line): unknown => JSON.parse(line));
}

async function lock(bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(1);
  return encrypter.encrypt(bytes);
}

function whole(files: Files): Omit<HostileFile, 'mutation'> {
  return { bytes: zipSync({ ...files }, { level: 1 }), expected: files };
}

/** The files with a manifest that gives their lengths, hashes and numbers of rows as they are. */
function fitted(files: Files): Files {
  const { 'manifest.json': manifestBytes = new Uint8Array(), ...others } = files;
  const manifest = JSON.parse(new TextDecoder().decode(manifestBytes)) as { readonly tables: object };
  const counts = Object.keys(manifest.tables).map((table) => [table, newlines(files[`tables/${table}.jsonl`])]);
  const entries = Object.entries(others).map(([path, bytes]) => ({
    path,
    sha256: sha256Hex(bytes),
    bytes: bytes.length,
  }));
  const fitting = { ...manifest, tables: Object.fromEntries(counts) as object, entries };
  return { ...others, 'manifest.json': text(JSON.stringify(fitting)) };
}

function newlines(bytes: Uint8Array = new Uint8Array()): number {
  return bytes.reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0);
}

function changed(path: string, next: Next): Uint8Array {
  return text(changeJson(new TextDecoder().decode(goodFiles[path]), next));
}

/** One line of one table changed, gone, twice there or in another place. */
function withOtherLine(next: Next): Files {
  const path = pick(tables, next);
  const lines = new TextDecoder().decode(goodFiles[path]).split('\n').slice(0, -1);
  const at = next(lines.length);
  const line = lines[at] ?? '';
  const put = [[changeJson(line, next)], [changeJson(line, next)], [changeJson(line, next)], [], [line, line]];
  const [taken] = next(8) === 0 ? lines.splice(at, 1) : [undefined];
  if (taken !== undefined) lines.splice(next(lines.length + 1), 0, taken);
  else lines.splice(at, 1, ...pick(put, next));
  return { ...goodFiles, [path]: text(lines.map((each) => `${each}\n`).join('')) };
}

function otherFiles(next: Next): Files {
  const { [pick(Object.keys(goodFiles), next)]: _left, ...rest } = goodFiles;
  const stranger = pick(['virus.exe', 'tables/people.jsonl', `attachments/${'0'.repeat(64)}`, 'attachments/'], next);
  const files = next(2) === 0 ? rest : { ...goodFiles, [stranger]: text('harm') };
  return next(2) === 0 && 'manifest.json' in files ? fitted(files) : files;
}

const ways = ['../../.bas', '/etc/passw', 'C:harm.exe', '..\\..\\harm', 'README\0txt', 'a/../../bc'];

/** A name of the same length as README.txt, so that all else still fits. */
function badName(next: Next): Uint8Array {
  return renamed(good, 'README.txt', pick(ways, next));
}

function twice(next: Next): Uint8Array {
  const path = pick(Object.keys(goodFiles), next);
  const other = `${path.slice(0, -1)}~`;
  const bytes = next(2) === 0 ? text('other') : (goodFiles[path] ?? text(''));
  return renamed(zipSync({ ...goodFiles, [other]: bytes }), other, path);
}

/** One field of one entry in the directory, of one entry itself, or of the end record, overwritten. */
function otherField(next: Next): Uint8Array {
  const path = pick(Object.keys(goodFiles), next);
  const [from, length] = pick(
    [
      [find(good, path, true) - 46, 46],
      [find(good, path) - 30, 30],
      [good.length - 22, 22],
    ] as const,
    next,
  );
  const value = pick([0, 1, 0xffff, 0xfffffffe, 0xffffffff, next(2 ** 31), next(good.length)], next);
  const bytes = littleEndian(value).slice(0, pick([1, 2, 4], next));
  const at = from + next(length - bytes.length + 1);
  return patched(good, at, bytes);
}

function littleEndian(value: number): readonly number[] {
  return [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);
}
