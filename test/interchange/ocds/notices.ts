import { readFileSync } from 'node:fs';
import type { MappedRelease } from '../../../shared/interchange/ocds/mappedRelease.ts';
import type { NoticeDate } from '../../../shared/interchange/ocds/publishedDates.ts';
import { readNotices } from '../../../shared/interchange/ocds/readNotices.ts';

const fixtures = new URL('../../fixtures/notices/', import.meta.url);

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(name, fixtures));
}

/** The releases of bytes that are expected to be sound. */
export function releasesOf(bytes: Uint8Array): readonly MappedRelease[] {
  const read = readNotices(bytes);
  if (!read.ok) throw new Error(`Refused: ${JSON.stringify(read.error)}`);
  return read.value.releases;
}

export function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** The one release that a release as published is mapped to. */
export function mapped(release: Readonly<Record<string, unknown>>): MappedRelease {
  const [only] = releasesOf(bytesOf({ ocid: 'ocds-h6vhtk-0000aa', id: '000001-2027', tag: ['tender'], ...release }));
  if (only === undefined) throw new Error('No release');
  return only;
}

export function dateAt({ dates }: MappedRelease, path: string): NoticeDate | undefined {
  return dates.find((date) => date.path === path);
}
