import { expect, test } from '../support/electronTest.ts';
import { watchViolations } from '../support/violations.ts';

test('the window shows the application and breaks no rule of its content security policy', async ({
  sharedMuster: muster,
}) => {
  const page = await muster.window();
  const violations = await watchViolations(page.context());
  await page.reload();
  await expect(page).toHaveTitle(/Muster/);
  await expect(page.locator('#root')).not.toBeEmpty();
  violations.assertNone();
});

test('the page has the desktop as named functions, and nothing else of Node or Electron', async ({
  sharedMuster: muster,
}) => {
  const page = await muster.window();
  const found = await page.evaluate(() => ({
    host: Object.keys(window.host ?? {}),
    isFrozen: Object.isFrozen(window.host),
    node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer'].filter((name) => name in globalThis),
  }));
  expect(found).toEqual({
    host: [
      'info',
      'saveFile',
      'openFile',
      'takeOpenedFile',
      'reveal',
      'readMarker',
      'writeMarker',
      'listFiles',
      'readFile',
      'writeFile',
      'appendFile',
      'removeFile',
      'removeHalfWritten',
      'secondFolder',
      'chooseSecondFolder',
      'allowSecondFolder',
      'forgetSecondFolder',
      'freeSpace',
      'revealData',
    ],
    isFrozen: true,
    node: [],
  });
});

test.describe('the page cannot reach out', () => {
  for (const address of [
    'https://example.org/',
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'app://other/index.html',
  ]) {
    test(`fetch ${address} is rejected`, async ({ sharedMuster: muster }) => {
      const page = await muster.window();
      const outcome = await page.evaluate(
        (url) =>
          fetch(url).then(
            () => 'answered',
            () => 'rejected',
          ),
        address,
      );
      expect(outcome).toBe('rejected');
    });
  }

  for (const address of ['https://example.org/', 'file:///etc/passwd', 'data:text/html,<h1>elsewhere</h1>']) {
    test(`it stays where it is when it navigates to ${address}`, async ({ sharedMuster: muster }) => {
      const page = await muster.window();
      const before = page.url();
      await page.evaluate((url) => {
        document.documentElement.dataset['same'] = 'yes';
        location.href = url;
      }, address);
      await page.waitForTimeout(300);
      expect(page.url()).toBe(before);
      await expect(page.locator('html')).toHaveAttribute('data-same', 'yes');
    });
  }

  test('a window that it opens is refused', async ({ sharedMuster: muster }) => {
    const page = await muster.window();
    await page.mouse.click(5, 5);
    await page.evaluate(() => void window.open('index.html'));
    // The double lets it appear before it refuses it; no later test may meet it.
    await page.waitForTimeout(1000);
    await expect.poll(() => page.context().pages().length).toBe(1);
    expect(await muster.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('an inline script does not run', async ({ sharedMuster: muster }) => {
    const page = await muster.window();
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.documentElement.dataset.ran = "yes"';
      document.head.append(script);
      return document.documentElement.dataset['ran'];
    });
    expect(ran).toBeUndefined();
  });

  test('its place on the earth is not told', async ({ sharedMuster: muster }) => {
    const page = await muster.window();
    const code = await page.evaluate(
      () =>
        new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('told'),
            (problem) => resolve(problem.code),
          );
        }),
    );
    const permissionDenied = 1;
    expect(code).toBe(permissionDenied);
  });

  test('no permission is granted but copying and keeping its data', async ({ sharedMuster: muster }) => {
    const page = await muster.window();
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'midi', 'persistent-storage'] as const;
      const asked = names.map(async (name) => [name, (await navigator.permissions.query({ name })).state]);
      return Object.fromEntries(await Promise.all(asked));
    });
    expect(states).toEqual({
      geolocation: 'denied',
      notifications: 'denied',
      camera: 'denied',
      midi: 'denied',
      'persistent-storage': 'granted',
    });
  });
});
