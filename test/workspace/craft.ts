import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import type { WorkspaceRefusal } from '../../shared/workspace/refusal.ts';
import { contents, saved, sha256Hex } from './contents.ts';

type Files = Readonly<Record<string, Uint8Array>>;
type Json = Readonly<Record<string, unknown>>;

/** A file, what is wrong with it ("a file is refused that …"), and what must be said of it. */
export type RefusalCase = readonly [why: string, file: Uint8Array, refusal: Partial<WorkspaceRefusal>];

export const organisationsPath = 'tables/organisations.jsonl';
export const historyPath = 'tables/history.jsonl';

export function text(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/workspaces/${name}`, import.meta.url)));
}

/** JSON Lines as any other program would write them. */
export function lines(rows: readonly unknown[]): Uint8Array {
  return text(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/** The files of a good workspace, written without the code under test. */
export function goodFiles(): Record<string, Uint8Array> {
  return {
    [organisationsPath]: lines(contents.organisations),
    [historyPath]: lines(contents.history),
    ...Object.fromEntries(contents.attachments.map(({ sha256, bytes }) => [`attachments/${sha256}`, bytes])),
  };
}

/** A manifest whose counts and hashes fit `files`. */
export function manifestOf(files: Files): Json & { readonly entries: readonly unknown[] } {
  const rows = (path: string) =>
    (files[path] ?? new Uint8Array()).reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0);
  return {
    format: 'muster-workspace',
    formatVersion: 1,
    schemaVersion: 1,
    workspace: contents.workspace,
    ...saved,
    tables: { organisations: rows(organisationsPath), history: rows(historyPath) },
    entries: Object.entries(files).map(([path, bytes]) => ({ path, sha256: sha256Hex(bytes), bytes: bytes.length })),
  };
}

export function zipOf(files: Files, manifest: unknown): Uint8Array {
  return zipSync({ 'manifest.json': text(JSON.stringify(manifest)), ...files });
}

/** A workspace file in which `changed` stands in place of the good files of the same name, with hashes that fit. */
export function workspaceOf(changed: Files, manifest: Json = {}): Uint8Array {
  const files = { ...goodFiles(), ...changed };
  return zipOf(files, { ...manifestOf(files), ...manifest });
}

/** Where the bytes `needle` begin in `bytes`; the last time where `last` is asked for. */
export function find(bytes: Uint8Array, needle: string, last = false): number {
  const text = Buffer.from(bytes);
  const at = last ? text.lastIndexOf(needle, undefined, 'latin1') : text.indexOf(needle, 0, 'latin1');
  if (at === -1) throw new Error(`There is no ${JSON.stringify(needle)} in these bytes.`);
  return at;
}

/** A copy of `bytes` with `patch` written at `at`. */
export function patched(bytes: Uint8Array, at: number, patch: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(patch, at);
  return copy;
}

/** A copy in which the name `from` is `to` wherever it stands; both have the same length, so that all else still fits. */
export function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new Error('A name can only be replaced by one of the same length.');
  return Uint8Array.from(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'));
}

/** Where the directory at the end of the zip describes the file `path`. */
export function directoryEntry(bytes: Uint8Array, path: string): number {
  return find(bytes, path, true) - 46;
}
