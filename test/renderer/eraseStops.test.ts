import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Host } from '../../shared/host/host.ts';
import { noRecords } from '../../shared/rows/records.ts';
import { identify } from '../../shared/rows/personalData/person.ts';
import { erase } from '../../renderer/src/parts/erasure/erase.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { runKeepingJob } from '../../renderer/src/workers/keepingClient.ts';
import { runWorkspaceJob } from '../../renderer/src/workers/workspaceClient.ts';
import { idOf } from '../support/ids.ts';

vi.mock('../../renderer/src/workers/keepingClient.ts', () => ({ runKeepingJob: vi.fn() }));
vi.mock('../../renderer/src/workers/workspaceClient.ts', () => ({ runWorkspaceJob: vi.fn() }));

const subject = { kind: 'contact', organisationId: idOf('o'), contactId: idOf('ada') } as const;
const person = { ...identify(subject, { ...noRecords, history: [] }), name: 'Ada Okoro' };
const none: ReadonlySet<string> = new Set();
const decision = { subject, reason: 'request', chosen: none, kept: none } as const;
const host = { readFile: () => Promise.resolve({ kind: 'failed' }) } as unknown as Host;
const store = { db: { name: 'muster' }, workspaceId: 'w', lineage: 'l' } as unknown as Store;

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });
  vi.stubGlobal('localStorage', {});
});

test('the workspace goes on naming a person whom the files may still name, so that they can be erased again', async () => {
  vi.mocked(runKeepingJob).mockImplementation(async (_job, files) => {
    await files.readFile('setAside', 'large.muster', 0);
    return { kind: 'crashed', reason: 'ended', detail: 'it ended without an answer' };
  });
  const erased = await erase(store, host, decision, person);
  expect(runWorkspaceJob).not.toHaveBeenCalled();
  expect(erased).toMatchObject({ kind: 'failed', sentence: expect.stringContaining('large.muster') });
});
