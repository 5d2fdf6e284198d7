import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { muster } from '../../electron/cli/muster.ts';
import { callerIn } from './callerIn.ts';

const fixtures = fileURLToPath(new URL('../fixtures/notices/', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'muster-notices-'));
  copyFileSync(path.join(fixtures, 'find-a-tender-uk3-planned.json'), path.join(folder, 'two.json'));
  writeFileSync(path.join(folder, 'cut.json'), '{"releases": [');
});
afterEach(() => rmSync(folder, { recursive: true }));

function call(...args: readonly string[]) {
  return muster(['import-notices', ...args], callerIn(folder));
}

describe('import-notices', () => {
  test('gives every date as an instant with its text, as one JSON document', async () => {
    const { exitCode, stdout } = await call('two.json', '--json');
    expect(exitCode).toBe(0);
    const [file] = (JSON.parse(stdout ?? '') as { files: object[] }).files;
    expect(file).toMatchObject({
      file: 'two.json',
      ok: true,
      releases: [
        {
          ocid: 'ocds-h6vhtk-069311',
          releaseId: '069310-2026',
          title: 'Refurbishment of NLB Oban Base Store Roof',
          value: { netPence: 30_000_000, grossPence: 36_000_000, currency: 'GBP' },
          lots: [{ number: '1', contractStart: '2026-08-30' }],
          cpv: [{ code: '45260000' }, { code: '45261910' }, { code: '45261920' }],
          dates: expect.arrayContaining([
            expect.objectContaining({
              kind: 'submission',
              original: '2026-08-26T14:00:00+01:00',
              at: '2026-08-26T13:00:00.000Z',
              zone: 'Europe/London',
            }),
          ]) as unknown,
          unused: expect.arrayContaining(['tender.documents[].url']) as unknown,
        },
        { releaseId: '069280-2026', noticeType: 'UK3' },
      ],
    });
  });

  test('says of each file what is wrong, works on the others, and fails as a whole', async () => {
    const { exitCode, stdout } = await call('cut.json', 'two.json', 'missing.json', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout ?? '')).toMatchObject({
      ok: false,
      files: [
        {
          ok: false,
          problem: { kind: 'truncated', line: 1, column: 15, sentence: expect.stringMatching(/breaks off/) as string },
        },
        { ok: true, releases: [{}, {}] },
        { ok: false, problem: { kind: 'notFound' } },
      ],
    });
  });

  test('is readable without --json, with refusals apart', async () => {
    const { exitCode, stdout, stderr } = await call('cut.json', 'two.json');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/Tenders due +Wed 26 Aug 2026, 14:00 \(London\) +2026-08-26T14:00:00\+01:00/);
    expect(stdout).toContain('£360,000 with VAT, £300,000 without VAT; 1 lot; CPV 45260000');
    expect(stderr).toMatch(/^cut\.json: This file breaks off at line 1, column 15/);
  });

  test('needs a file', async () => {
    expect(await call('--json')).toMatchObject({ exitCode: 2 });
  });
});
