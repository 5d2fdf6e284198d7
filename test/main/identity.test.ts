import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { appId, dataFolderName, documentAddress, origin } from '../../electron/main/identity.ts';

test('the origin and the data folder are where released versions keep the data of people', () => {
  expect({ origin, documentAddress, dataFolderName }).toEqual({
    origin: 'app://bundle',
    documentAddress: 'app://bundle/index.html',
    dataFolderName: 'Muster',
  });
});

test('the running and the installed application have the same identity', () => {
  const installed = readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8');
  expect(installed).toMatch(new RegExp(`^appId: ${appId}$`, 'm'));
});
