import { Dexie, type EntityTable, type Table } from 'dexie';
import type { NoticeSummary } from './noticeSummary.ts';

/** A release as it was published; what is understood of it is read from it again, so that a better reading reaches all. */
interface PublishedRelease {
  readonly key: string;
  readonly json: string;
}

/** One import that was carried out, as far as it got. */
export interface NoticeImport {
  readonly number: number;
  readonly at: string;
  readonly fileName: string;
  readonly added: number;
  readonly known: number;
}

/**
 * Published notices, up to a hundred thousand of them. They are no part of the workspace: without history, undo and
 * workspace file, and to be had again from where they came. A tender embeds the notices it was made from.
 */
export class NoticesDatabase extends Dexie {
  declare summaries: EntityTable<NoticeSummary, 'key'>;
  declare releases: EntityTable<PublishedRelease, 'key'>;
  declare imports: Table<NoticeImport, number, Omit<NoticeImport, 'number'>>;

  constructor(name = noticesName) {
    super(name, { cache: 'disabled' });
    this.version(1).stores({ summaries: 'key, publishedAt', releases: 'key', imports: '++number' });
  }
}

/** Not beginning with the name of the workspace databases, which are looked for by it. */
export const noticesName = 'notices';
