import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { muster } from '../../electron/cli/muster.ts';
import { callerIn } from './callerIn.ts';
import { readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { serialiseWorkspace } from '../../shared/workspace/serialiseWorkspace.ts';

const sample = fileURLToPath(new URL('../../resources/sample.muster', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'muster-calendar-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function call(...args: readonly string[]) {
  return muster(['export', 'calendar', ...args], callerIn(folder));
}

async function sampleContents() {
  const read = await readWorkspace(readFileSync(sample));
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
}

function entries(calendar: string): number {
  return calendar.split('BEGIN:VEVENT').length - 1;
}

describe('export calendar', () => {
  test('writes every date of the workspace, and says how many', async () => {
    const { tenders } = await sampleContents();
    const dates = tenders.flatMap(({ deadlines }) => deadlines).length;
    expect(dates).toBeGreaterThan(0);
    expect(await call(sample, '--out', 'dates.ics')).toEqual({
      exitCode: 0,
      stdout: `Wrote ${dates} dates to dates.ics.\n`,
    });
    const calendar = readFileSync(path.join(folder, 'dates.ics'), 'utf8');
    expect(entries(calendar)).toBe(dates);
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
  });

  test('writes the dates of one bid’s tender, and names the bids where there is no such one', async () => {
    const { bids, tenders } = await sampleContents();
    const bid = bids[0];
    const tender = tenders.find(({ id }) => id === bid?.tenderId);
    const written = await call(sample, '--bid', bid?.id ?? '', '--out', '-');
    expect(entries(written.stdout ?? '')).toBe(tender?.deadlines.length);
    const refused = await call(sample, '--bid', 'none', '--out', '-');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain(bid?.id);
  });

  test('leaves out the dates of lots that the bid is not for', async () => {
    const contents = await sampleContents();
    const [bid] = contents.bids;
    const lots = contents.tenders.find(({ id }) => id === bid?.tenderId)?.lots ?? [];
    const other = lots.find(({ id }) => bid?.lotIds.includes(id) === false);
    if (bid === undefined || other === undefined) throw new Error('a lot that is not bid for');
    const tenders = contents.tenders.map((tender) =>
      Object.assign({}, tender, {
        deadlines: tender.deadlines.map((each, at) => Object.assign({}, each, at === 0 ? { lotId: other.id } : {})),
      }),
    );
    const file = path.join(folder, 'lots.muster');
    writeFileSync(
      file,
      await serialiseWorkspace(
        { ...contents, tenders },
        { savedAt: '2027-01-11T09:00:00.000Z', savedBy: 'Muster 0.1.0' },
      ),
    );
    const own = tenders.find(({ id }) => id === bid.tenderId)?.deadlines ?? [];
    const written = (await call(file, '--bid', bid.id, '--out', '-')).stdout ?? '';
    expect(own.filter(({ id }) => written.includes(id)).map(({ id }) => id)).toEqual(own.slice(1).map(({ id }) => id));
  });

  test('leaves a file that is there as it is, unless it is told to replace it', async () => {
    await call(sample, '--out', 'dates.ics');
    expect(await call(sample, '--out', 'dates.ics')).toMatchObject({ exitCode: 1 });
    expect(await call(sample, '--out', 'dates.ics', '--force')).toMatchObject({ exitCode: 0 });
  });

  test.each([[[sample]], [['--out', 'dates.ics']], [[sample, sample, '--out', '-']]])(
    'answers %j with exit code 2',
    async (args) => {
      expect(await call(...args)).toMatchObject({ exitCode: 2 });
    },
  );
});
