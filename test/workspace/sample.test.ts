import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { sampleFile } from '../scripts/sampleFile.ts';
import { sampleOrganisations } from '../scripts/sampleOrganisations.ts';

const committed = new Uint8Array(readFileSync(new URL('../../resources/sample.muster', import.meta.url)));

test('the sample workspace is what `npm run sample` makes of the sample organisations', async () => {
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
