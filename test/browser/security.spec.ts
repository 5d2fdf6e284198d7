import { expect, test } from '../support/browserShell.ts';

test('the application opens and breaks no rule of its content security policy', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Muster/);
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(await page.evaluate(() => ({ isSecureContext, host: typeof window.host }))).toEqual({
    isSecureContext: true,
    host: 'undefined',
  });
});

test('nothing is asked of any other computer', async ({ page, server }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await expect(page.locator('#root')).not.toBeEmpty();
  const elsewhere = asked.filter((url) => !url.startsWith(server.address) && !/^(?:data|blob):/.test(url));
  expect(elsewhere).toEqual([]);
});

test('an inline script, a foreign script and a frame are refused', async ({ page, violations }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const inline = document.createElement('script');
    inline.textContent = 'document.documentElement.dataset.ran = "inline"';
    const foreign = document.createElement('script');
    foreign.src = 'https://example.org/x.js';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.head.append(inline, foreign);
    document.body.append(frame);
  });
  await expect.poll(() => violations.seen.length).toBe(3);
  expect(violations.take().map((text) => text.split(':', 1)[0])).toEqual(
    expect.arrayContaining(['script-src-elem', 'frame-src']),
  );
  await expect(page.locator('html')).not.toHaveAttribute('data-ran');
});
