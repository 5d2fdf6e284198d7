import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agreementProblems } from '../../shared/domain/agreement/agreementProblems.ts';
import { bidInput } from '../../shared/domain/bid/bidInput.ts';
import { judgeConditions } from '../../shared/domain/bid/judgeCondition.ts';
import { coverageOf } from '../../shared/domain/bid/coverage.ts';
import { readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { sampleFile } from '../scripts/sampleFile.ts';
import { sampleOrganisations } from '../scripts/sampleOrganisations.ts';

const committed = new Uint8Array(readFileSync(new URL('../../resources/sample.muster', import.meta.url)));

test('the sample workspace is what `npm run sample` makes', async () => {
  expect(Buffer.from(await sampleFile()).equals(committed)).toBe(true);
});

test('the sample workspace opens, with a certificate that one of its insurances names', async () => {
  const read = await readWorkspace(committed);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { organisations, attachments } = read.value;
  expect(organisations.map(({ name }) => name).sort()).toEqual(sampleOrganisations.map(({ name }) => name).sort());
  const named = organisations.flatMap(({ insurances }) => insurances.flatMap(({ evidence }) => evidence?.sha256 ?? []));
  expect(attachments.map(({ sha256, mediaType }) => [sha256, mediaType])).toEqual([[named[0], 'application/pdf']]);
  expect(new TextDecoder().decode(attachments[0]?.bytes)).toMatch(/^%PDF-1\.4[^]*%%EOF\n$/);
});

test('the sample workspace holds a tender made of a published notice, and one bid half done from which an agreement can be drafted', async () => {
  const read = await readWorkspace(committed);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { tenders, bids } = read.value;
  expect(tenders.map(({ source }) => source.kind).sort()).toEqual(['manual', 'ocds']);
  expect(bids).toHaveLength(1);
  const input = bidInput(read.value, bids[0]?.id ?? '');
  if (input === null) throw new Error('The sample bid is not whole.');
  expect(agreementProblems(input)).toEqual([]);
  const states = new Set(coverageOf(input.bid, input.profiles).map(({ state }) => state));
  expect([...states].sort()).toEqual(['covered', 'single', 'unknown']);
  const open = Object.values(input.bid.agreement).filter((answer) => answer === null);
  expect(open.length).toBeGreaterThan(5);
  expect(new Set(input.bid.questions.map(({ status }) => status)).size).toBe(4);
});

test('the sample bid shows what is committed as not met yet, and a policy that ends too early as unknown', async () => {
  const read = await readWorkspace(committed);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const input = bidInput(read.value, read.value.bids[0]?.id ?? '');
  if (input === null) throw new Error('The sample bid is not whole.');
  const judged = judgeConditions(input, '2026-12-02').map(({ condition, judgement }) => [
    condition.text.slice(0, 20),
    judgement.verdict,
    judgement.reason,
  ]);
  expect(judged).toEqual([
    ['Annual turnover at l', 'pass', null],
    ["Employers' liability", 'unknown', 'endsBefore'],
    ['Public liability of ', 'committed', 'promised'],
    ['Upper tier waste car', 'pass', null],
    ['Play areas inspected', 'unknown', 'notSaidWho'],
  ]);
});
