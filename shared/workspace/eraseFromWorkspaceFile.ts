import { err, ok, type Result } from '../domain/basics/result.ts';
import { eraseFrom, type FoundPlace, placesOf } from '../rows/personalData/erase.ts';
import { identify, type Person } from '../rows/personalData/person.ts';
import { proveWorkspace, readWorkspace } from './readWorkspace.ts';
import type { WorkspaceRefusal } from './refusal.ts';
import { encodeTables, serialiseSnapshot, serialiseWorkspace } from './serialiseWorkspace.ts';

/** `bytes`: the file written again; `null` where it can stay as it is. */
interface ScrubbedFile {
  readonly bytes: Uint8Array | null;
  /** Where the person is still named. */
  readonly places: readonly FoundPlace[];
}

/**
 * A workspace file without a person: read, scrubbed, and written again as saved when it was, with the same history numbers.
 * `person` is what the open workspace knows; the file may know more. What is written is proven before it is handed over: it
 * takes the place of a file that can be opened.
 */
export async function eraseFromWorkspaceFile(
  bytes: Uint8Array,
  person: Person,
  chosen: ReadonlySet<string>,
): Promise<Result<ScrubbedFile, WorkspaceRefusal>> {
  // Attachments that are kept beside a snapshot are not looked at, and stay where they are.
  const read = await readWorkspace(bytes, { keptApart: () => Promise.resolve(null) });
  if (!read.ok) return read;
  const { manifest, missingApart: _beside, ...contents } = read.value;
  const known = identify(person.subject, contents, person);
  const erased = eraseFrom(contents, known, chosen);
  const places = placesOf(erased.contents, known);
  if (erased.records.length === 0 && erased.entries.length === 0) return ok({ bytes: null, places });
  const { savedAt, savedBy } = manifest;
  const apart = manifest.entries.filter((entry) => entry.apart === true);
  const beside = apart.map(({ sha256, mediaType = 'application/octet-stream', bytes: size }) => ({
    sha256,
    mediaType,
    size,
  }));
  const { workspace } = erased.contents;
  const scrubbed =
    apart.length === 0
      ? await serialiseWorkspace(erased.contents, { savedAt, savedBy })
      : await serialiseSnapshot(workspace, encodeTables(erased.contents), beside, { savedAt, savedBy });
  const refusal = await proveWorkspace(scrubbed);
  return refusal === null ? ok({ bytes: scrubbed, places }) : err(refusal);
}
