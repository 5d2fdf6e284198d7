import { expect, test } from 'vitest';
import { filterNotices } from '../../renderer/src/features/notices/noticesView.ts';
import { summariseNotice } from '../../renderer/src/store/notices/noticeSummary.ts';
import { fixture, releasesOf } from '../interchange/ocds/notices.ts';

function summariesOf(...files: readonly string[]) {
  return files.flatMap((file) => releasesOf(fixture(`cases/${file}`)).map(summariseNotice));
}

test('a tender notice is no longer open once a notice has ended its procurement', () => {
  const now = new Date('2027-01-21T10:00:00Z');
  const open = { text: '', type: '', open: true };
  const called = summariesOf('cancellation-1-tender.json');
  const ended = summariesOf('cancellation-2-terminated.json');
  expect(filterNotices(called, open, now)).toHaveLength(1);
  expect(filterNotices([...ended, ...called], open, now)).toEqual([]);
  // Called for once more after that.
  const again = called.map((notice) => Object.assign({}, notice, { publishedAt: '2027-01-22T10:00:00.000Z' }));
  expect(filterNotices([...ended, ...again], open, now)).toHaveLength(1);
});
