import { expect, test } from '../support/electronTest.ts';
import { hasElectron } from '../support/launchMuster.ts';

// What only Electron itself can show; the double would but repeat what it was told.
test.describe('in real Electron', () => {
  test.skip(!hasElectron, 'skipped: no Electron binary');

  test('the main process runs in Electron', async ({ muster }) => {
    expect(await muster.evaluate(() => process.versions['electron'])).toMatch(/^\d+\./);
  });

  test('the page lives at app://bundle, which is a secure context', async ({ muster }) => {
    const page = await muster.window();
    const place = await page.evaluate(() => ({ origin: location.origin, isSecureContext }));
    expect(place).toEqual({ origin: 'app://bundle', isSecureContext: true });
  });
});
