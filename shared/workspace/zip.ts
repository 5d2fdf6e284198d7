import { Inflate } from 'fflate';
import { type Result, err, ok } from '../domain/basics/result.ts';
import { crc32 } from './crc32.ts';
import type { WorkspaceRefusal } from './refusal.ts';

/** One file in a zip, as the directory at the end of the zip describes it. Nothing has been unpacked yet. */
export interface ZipEntry {
  readonly path: string;
  readonly size: number;
  readonly deflated: boolean;
  readonly crc: number;
  readonly packed: Uint8Array;
}

/** Bounds on what a zip may unpack to. */
export interface ZipLimits {
  readonly unpackedBytes: number;
  readonly entries: number;
}

/** Deflate reaches 1:1032; what people keep does not come near this, except where it is small. */
const highestRatio = 200;
const ratioMattersFrom = 16 * 2 ** 20;

/** True where so much comes out of so little that a reader must take it for a zip bomb. */
export function suspiciousRatio(packedBytes: number, unpackedBytes: number): boolean {
  return unpackedBytes > ratioMattersFrom && unpackedBytes > packedBytes * highestRatio;
}

const localSignature = 0x04034b50;
const directorySignature = 0x02014b50;
const endSignature = 0x06054b50;
const endLength = 22;
const deflate = 8;

/**
 * Lists a zip without unpacking it, or says why it is not trusted (APPNOTE.TXT 4.3). fflate's own `unzipSync` allocates
 * what an entry claims to unpack to, lets a later entry of the same name win, decodes broken names and ignores
 * checksums and encryption; so only inflating is left to it.
 */
export function listZip(bytes: Uint8Array, limits: ZipLimits): Result<readonly ZipEntry[], WorkspaceRefusal> {
  if (bytes.length === 0) return err({ kind: 'empty' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = bytes.length < 4 ? 0 : view.getUint32(0, true);
  if (start !== localSignature && start !== endSignature) return err({ kind: 'notZip' });
  const end = findEnd(view);
  if (end === null) return err({ kind: 'truncated' });

  const count = view.getUint16(end + 10, true);
  const directoryLength = view.getUint32(end + 12, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) return err({ kind: 'unsupportedZip', feature: 'zip64' });
  if (view.getUint16(end + 8, true) !== count) return err({ kind: 'unsupportedZip', feature: 'several disks' });
  if (at + directoryLength !== end) return err({ kind: 'truncated' });
  if (count > limits.entries) return err({ kind: 'tooLarge', reason: 'entries' });

  const entries = new Map<string, ZipEntry>();
  let unpackedBytes = 0;
  for (let index = 0; index < count; index += 1) {
    const header = readHeader(bytes, view, at, end);
    if (!header.ok) return header;
    const { entry, next } = header.value;
    if (entries.has(entry.path)) return err({ kind: 'duplicateEntry', path: entry.path });
    // Other programs list folders too; they hold nothing.
    if (!entry.path.endsWith('/') || entry.size > 0) entries.set(entry.path, entry);
    unpackedBytes += entry.size;
    at = next;
  }
  if (at !== end) return err({ kind: 'truncated' });
  if (unpackedBytes > limits.unpackedBytes) return err({ kind: 'tooLarge', reason: 'unpackedBytes' });
  if (suspiciousRatio(bytes.length, unpackedBytes)) return err({ kind: 'tooLarge', reason: 'ratio' });
  return ok([...entries.values()]);
}

/**
 * The bytes of one entry, checked against its size and checksum. Inflating stops at the first piece beyond the declared
 * size, so that no more is allocated than that size and one piece (8 KiB packed, which deflate turns into 8.3 MiB at most).
 */
export function unpack(entry: ZipEntry): Result<Uint8Array, WorkspaceRefusal> {
  const bytes = entry.deflated ? inflateExactly(entry.packed, entry.size) : entry.packed;
  if (bytes === null || bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
    return err({ kind: 'damaged', path: entry.path });
  }
  return ok(bytes);
}

/** The end record is the last thing in the file; a comment may follow that must reach exactly to the end. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (
      view.getUint32(at, true) === endSignature &&
      at + endLength + view.getUint16(at + 20, true) === view.byteLength
    ) {
      return at;
    }
  }
  return null;
}

function readHeader(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  end: number,
): Result<{ readonly entry: ZipEntry; readonly next: number }, WorkspaceRefusal> {
  if (at + 46 > end || view.getUint32(at, true) !== directorySignature) return err({ kind: 'truncated' });
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const local = view.getUint32(at + 42, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) return err({ kind: 'truncated' });

  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const path = decodeUtf8(nameBytes);
  if (path === null || isUnsafe(path)) return err({ kind: 'unsafeName', name: path ?? '�' });
  if ((flags & 1) !== 0) return err({ kind: 'encrypted' });
  if ([packedSize, size, local].includes(0xffffffff)) return err({ kind: 'unsupportedZip', feature: 'zip64' });
  if (method !== 0 && method !== deflate) return err({ kind: 'unsupportedZip', feature: `compression ${method}` });

  const packed = packedBytes(bytes, view, local, nameBytes, packedSize);
  if (packed === null) return err({ kind: 'damaged', path });
  const crc = view.getUint32(at + 16, true);
  return ok({ entry: { path, size, deflated: method === deflate, crc, packed }, next });
}

/** A name in front of the bytes that differs from the one in the directory means that two readers see two zips. */
function packedBytes(bytes: Uint8Array, view: DataView, local: number, name: Uint8Array, length: number) {
  if (local + 30 > bytes.length || view.getUint32(local, true) !== localSignature) return null;
  const localName = bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true));
  if (localName.length !== name.length || localName.some((byte, index) => byte !== name[index])) return null;
  const from = local + 30 + localName.length + view.getUint16(local + 28, true);
  return from + length <= bytes.length ? bytes.subarray(from, from + length) : null;
}

function inflateExactly(packed: Uint8Array, size: number): Uint8Array | null {
  const out = new Uint8Array(size);
  let written = 0;
  const inflate = new Inflate((piece) => {
    if (written + piece.length > size) throw new RangeError('More than was declared');
    out.set(piece, written);
    written += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += 8192)
      inflate.push(packed.subarray(at, at + 8192), at + 8192 >= packed.length);
  } catch {
    return null;
  }
  return written === size ? out : null;
}

/** Names that could lead out of the folder they are unpacked into, on any system. */
function isUnsafe(path: string): boolean {
  const parts = path.replace(/\/$/, '').split('/');
  return /[\\:\p{Cc}]/u.test(path) || parts.some((part) => part === '' || part === '.' || part === '..');
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
