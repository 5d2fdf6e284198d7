import { expect, test } from '../support/browserShell.ts';
import { idOf } from '../support/ids.ts';
import { withBid } from '../support/parksBid.ts';
import { openRecords } from '../support/workspaces.ts';

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

test('what is no id in an address shows that nothing is there, and leads nowhere else', async ({ page }) => {
  await openRecords(page, withBid);
  for (const place of ['bids', 'tenders', 'organisations']) {
    for (const id of ['..%2F..%2Fsettings', 'kestrel', `%7B${idOf('bid')}%7D`, 'x%0D%0Ay', 'x'.repeat(10_000)]) {
      await page.goto(`/#/${place}/${id}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^This (bid|tender|organisation) is not here$/);
      const links = await page.getByRole('main').getByRole('link').all();
      const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
      expect(addresses).toEqual(['#/activity/trash', `#/${place}`]);
    }
    // An id that is none of this workspace: what is known of it can still be asked for.
    await page.goto(`/#/${place}/${idOf('nobody').toUpperCase()}`);
    await expect(page.getByRole('main').getByRole('link', { name: 'activity' })).toBeVisible();
  }
});

test('a part asked for in an address is a name, never a selector', async ({ page }) => {
  await openRecords(page, withBid);
  for (const path of [`tenders/${idOf('tender')}`, `organisations/${idOf('kestrel')}`, `bids/${idOf('bid')}/team`]) {
    await page.goto(`/#/${path}?at=${encodeURIComponent('"], *, [x="')}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/went wrong|not here/i);
  }
});
