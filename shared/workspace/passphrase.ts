import { armor, Decrypter, Encrypter, type ReadableStreamWithSize } from 'age-encryption';
import { type Result, err, ok } from '../domain/basics/result.ts';
import { checkProtection, isArmoured, unsupported, workFactors } from './protection.ts';
import type { WorkspaceRefusal } from './refusal.ts';

interface Progress {
  /** Told how much is done, from 0 to 1. The key comes first, and gives no sign while it is derived. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * An age file that only the passphrase opens, whatever program is used. Nobody can open it without, and nothing of the
 * passphrase is kept anywhere. Costs a second or more and 256 MiB for the key; to be called in a worker.
 */
export async function protect(
  bytes: Uint8Array,
  passphrase: string,
  { onProgress }: Progress = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactors.written);
  const sealed = await encrypter.encrypt(inSlices(bytes));
  return collect(sealed, bytes.length, onProgress);
}

/** What `protect` was given, or why this file does not give it back; of what does not belong together, nothing is given back. */
export async function unprotect(
  file: Uint8Array,
  passphrase: string,
  { onProgress }: Progress = {},
): Promise<Result<Uint8Array<ArrayBuffer>, WorkspaceRefusal>> {
  const binary = isArmoured(file) ? fromText(file) : ok(file);
  if (!binary.ok) return binary;
  const checked = checkProtection(binary.value);
  if (!checked.ok) return checked;

  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    const opened = await decrypter.decrypt(inSlices(binary.value));
    return ok(await collect(opened, binary.value.length, onProgress));
  } catch (problem) {
    // Out of memory is no fault of the file.
    if (!(problem instanceof Error) || problem instanceof RangeError) throw problem;
    return err({ kind: problem.message.startsWith(noKeyFits) ? 'wrongPassphrase' : 'protectionBroken' });
  }
}

/** What age-encryption throws where the header is sound and the passphrase does not open it. */
const noKeyFits = "no identity matched any of the file's recipients";

/** Reading the text form takes several times its length in memory. */
const longestText = 64 * 2 ** 20;

function fromText(file: Uint8Array): Result<Uint8Array, WorkspaceRefusal> {
  if (file.length > longestText) return err(unsupported('longText'));
  try {
    return ok(armor.decode(new TextDecoder('latin1').decode(file)));
  } catch {
    return err({ kind: 'protectionBroken' });
  }
}

const sliceLength = 2 ** 20;

/** The bytes piece by piece as they are asked for, so that they are not all in the pipe at once. */
function inSlices(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + sliceLength));
      else controller.close();
      at += sliceLength;
    },
  });
}

async function collect(
  stream: ReadableStreamWithSize,
  sourceLength: number,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const out = new Uint8Array(stream.size(sourceLength));
  const reader = stream.getReader();
  let written = 0;
  let told = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    out.set(piece.value, written);
    written += piece.value.length;
    if (written - told >= sliceLength) {
      told = written;
      onProgress(written / out.length);
    }
  }
  onProgress(1);
  return out;
}
