import { liveQuery } from 'dexie';
import { useSyncExternalStore } from 'react';
import { mapRelease } from '../../../../shared/interchange/ocds/mapRelease.ts';
import type { MappedRelease } from '../../../../shared/interchange/ocds/mappedRelease.ts';
import type { Summaries } from '../queries/summaries.ts';
import { NoticesDatabase } from './noticesDatabase.ts';
import type { NoticeSummary } from './noticeSummary.ts';

/** The stored notices, or why they cannot be read: they are a thing apart, and the workspace goes on without them. */
export interface Notices extends Summaries<NoticeSummary> {
  readonly unreadable: boolean;
}

const nothingYet: Notices = { summaries: [], complete: false, unreadable: false };
const chunk = 5000;
const watchers = new Set<() => void>();
let state = nothingYet;
let database: NoticesDatabase | null = null;

/** All stored notices, latest first, live: read again after every import, in this window or another. */
export function useNotices(): Notices {
  return useSyncExternalStore(watch, () => state);
}

/** One stored notice as it is understood now; `null` where it is not stored. */
export async function readNotice(key: string): Promise<MappedRelease | null> {
  const release = await open().releases.get(key);
  if (release === undefined) return null;
  const raw: Readonly<Record<string, unknown>> = JSON.parse(release.json);
  return mapRelease(raw);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  open();
  return () => watchers.delete(watcher);
}

function open(): NoticesDatabase {
  if (database !== null) return database;
  const db = new NoticesDatabase();
  database = db;
  liveQuery(() => db.imports.toCollection().lastKey()).subscribe({
    next: () => {
      load(db).catch(() => publish({ ...state, unreadable: true }));
    },
    error: () => publish({ ...state, unreadable: true }),
  });
  return db;
}

let loading = 0;

async function load(db: NoticesDatabase): Promise<void> {
  const turn = (loading += 1);
  const summaries: NoticeSummary[] = [];
  for (let last = ''; ;) {
    const some = await db.summaries.where('key').above(last).limit(chunk).toArray();
    if (turn !== loading) return;
    summaries.push(...some);
    const end = some.at(-1);
    if (end === undefined || some.length < chunk) break;
    last = end.key;
  }
  summaries.sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : a.publishedAt > b.publishedAt ? -1 : 0));
  publish({ summaries, complete: true, unreadable: false });
}

function publish(next: Notices): void {
  state = next;
  for (const watcher of watchers) watcher();
}
