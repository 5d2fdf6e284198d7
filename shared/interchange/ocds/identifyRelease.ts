import { at, type Field, partlyReadOf, remark, text } from './fields.ts';
import type { MappedRelease } from './mappedRelease.ts';
import { marksClockAsUtc, type NoticeDate, readDate } from './publishedDates.ts';

/** A release of a file, read no further than what tells it from others. */
export interface IdentifiedRelease extends Pick<MappedRelease, 'ocid' | 'releaseId' | 'publishedAt'> {
  /** The release as it was parsed. */
  readonly raw: Readonly<Record<string, unknown>>;
}

export function identifyRelease(raw: Readonly<Record<string, unknown>>): IdentifiedRelease {
  const { ocid, releaseId, publication } = readIdentity(partlyReadOf(raw));
  return { ocid, releaseId, publishedAt: publication?.at ?? null, raw };
}

/** What a release is called, when it was published, and how its service writes the time. */
interface Identity {
  readonly ocid: string;
  readonly releaseId: string;
  readonly publication: NoticeDate | null;
  readonly clockIsMarkedUtc: boolean;
}

export function readIdentity(release: Field): Identity {
  const ocid = text(at(release, 'ocid'));
  const clockIsMarkedUtc = marksClockAsUtc(ocid);
  const publication = readDate(
    at(release, 'date'),
    { kind: 'publication', label: 'Notice published', lotNumber: null, precision: 'listed' },
    clockIsMarkedUtc,
  );
  return { ocid, releaseId: readReleaseId(release, ocid), publication, clockIsMarkedUtc };
}

function readReleaseId(release: Field, ocid: string): string {
  const id = text(at(release, 'id'));
  if (ocid === '') remark(at(release, 'ocid'), 'The release has no ocid: it cannot be joined to later notices.');
  if (id !== '') return id;
  remark(at(release, 'id'), 'The release has no number of its own: ocid and date stand for it.');
  return `${ocid}/${text(at(release, 'date'))}`;
}
