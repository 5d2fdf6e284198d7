import type { Page } from '@playwright/test';
import { idOf } from './ids.ts';

/**
 * Makes the history of the open workspace longer by `count` entries of its one organisation, as so many commands would have
 * left it: every thousandth removes a capability that is not there, which only the filter looks at.
 */
export function fillHistory(page: Page, count: number): Promise<void> {
  return page.evaluate(
    async ({ count, gone }) => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page knows nothing outside this function
      const opened = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(new Error(String(request.error))));
        });
      const db = await opened(indexedDB.open('muster'));
      const [organisation] = await opened(db.transaction('organisations').objectStore('organisations').getAllKeys());
      const id = typeof organisation === 'string' ? organisation : '';
      const row = (await opened(db.transaction('meta').objectStore('meta').get('workspace'))) as {
        head: { seq: number; undoTop: number; changes: number };
      };
      const from = row.head.seq;
      const chunk = 5000;
      for (let at = 0; at < count; at += chunk) {
        const writing = db.transaction(['history', 'meta'], 'readwrite');
        for (let each = at; each < Math.min(count, at + chunk); each += 1) {
          const seq = from + each + 1;
          const removes = each % 1000 === 999;
          writing.objectStore('history').add({
            seq,
            id: `00000000-0000-8000-a000-${String(seq).padStart(12, '0')}`,
            at: new Date(Date.UTC(2026, 0, 1) + each * 120_000).toISOString(),
            label: `Entry ${each}: notes of Hollowell Trust`,
            kind: 'do',
            reverses: null,
            schemaVersion: 2,
            changes: [
              removes
                ? {
                    table: 'capabilities',
                    id: gone,
                    before: { id: gone, name: 'Gone', group: '', description: '' },
                    after: null,
                  }
                : {
                    table: 'organisations',
                    id,
                    before: { id, notes: String(each) },
                    after: { id, notes: String(each + 1) },
                  },
            ],
            undoTop: seq,
            redoTop: null,
            below: seq - 1,
            touched: [removes ? gone : id],
            filed: [removes ? 'capabilities/removed' : 'organisations/changed'],
          });
        }
        const seq = from + Math.min(count, at + chunk);
        const head = { ...row.head, seq, undoTop: seq, changes: seq };
        writing.objectStore('meta').put({ ...row, head });
        await new Promise((resolve) => {
          writing.addEventListener('complete', resolve);
        });
      }
      db.close();
    },
    { count, gone: idOf('gone') },
  );
}
