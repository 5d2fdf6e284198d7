import { describe, expect, test } from 'vitest';
import { summariseNotice } from '../../../renderer/src/store/notices/noticeSummary.ts';
import { outlineRelease } from '../../../shared/interchange/ocds/outlineRelease.ts';
import { identifyNotices, readNotices } from '../../../shared/interchange/ocds/readNotices.ts';
import { bytesOf, fixture } from './notices.ts';

/** What a list shows of a file, by the reading that stores it and by the one that previews it. */
function bothWays(bytes: Uint8Array) {
  const [stored, previewed] = [identifyNotices(bytes), readNotices(bytes)];
  if (!stored.ok || !previewed.ok) throw new Error('Refused.');
  return {
    stored: stored.value.releases.map((release) => summariseNotice(outlineRelease(release))),
    previewed: previewed.value.releases.map(summariseNotice),
    raws: stored.value.releases.map(({ raw }) => JSON.stringify(raw)),
    jsons: previewed.value.releases.map(({ json }) => json),
  };
}

describe('what is stored of a file is what the preview showed', () => {
  test.each([
    'find-a-tender-page.json',
    'find-a-tender-uk3-planned.json',
    'contracts-finder-page.json',
    'public-contracts-scotland-10-files.json',
    'sell2wales-10-files.json',
  ])('%s', (name) => {
    const { stored, previewed, raws, jsons } = bothWays(fixture(name));
    expect(stored.length).toBeGreaterThan(0);
    expect(stored).toEqual(previewed);
    expect(raws).toEqual(jsons);
  });

  test('where a notice corrects when tenders are due, in words and beside its own old field', () => {
    const corrigendum = fixture('cases/corrigendum-2-update.json');
    const { stored, previewed } = bothWays(corrigendum);
    expect(stored).toEqual(previewed);
    expect(stored[0]).toMatchObject({ due: { at: '2026-08-10T11:00:00.000Z' }, endsAt: '2026-08-10T11:00:00.000Z' });
    const change = { oldValue: { text: '13/08/2026 15:30' }, newValue: { text: '10 August 2026 at 12 noon' } };
    const beside = {
      ocid: 'ocds-h6vhtk-0000ab',
      id: '1',
      date: '2026-08-05T10:00:00Z',
      tag: ['tenderUpdate'],
      tender: {
        title: 'Grounds',
        tenderPeriod: { endDate: '2026-08-13T15:30:00+01:00' },
        amendments: [{ unstructuredChanges: [change] }],
      },
    };
    const both = bothWays(bytesOf({ releases: [beside] }));
    expect(both.stored).toEqual(both.previewed);
    expect(both.stored).toMatchObject([{ endsAt: '2026-08-10T11:00:00.000Z' }]);
  });

  test('where a release has two deadlines, no number, no buyer, and stands twice', () => {
    const release = {
      ocid: 'ocds-h6vhtk-0000aa',
      date: '2026-08-10T10:00:00Z',
      tag: ['tender'],
      tender: {
        title: 'Parks',
        expressionOfInterestDeadline: '2026-09-01T12:00:00+01:00',
        tenderPeriod: { endDate: '2026-10-01T12:00:00+01:00' },
        lots: [{ id: '1' }, null, { id: '2' }],
      },
    };
    const { stored, previewed } = bothWays(
      bytesOf({ releases: [release, release, { ...release, id: 'b', date: 'no' }] }),
    );
    expect(stored).toEqual(previewed);
    expect(stored).toMatchObject([{ lots: 2, due: { at: '2026-09-01T11:00:00.000Z' } }, { releaseId: 'b' }]);
  });
});
