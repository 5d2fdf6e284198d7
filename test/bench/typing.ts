import { directoryAnswer } from './directoryAnswer.ts';
import { inProfile, seed } from './browser.ts';
import { seriesOf, type Finding } from './measure.ts';
import { manyOrganisations } from './organisations.ts';

const queries = [
  'kestrel row',
  'brindle skills',
  '960',
  'tamebrook',
  'wren gate cic',
  'zz4',
  'hollowwell trust',
  'xyzzy',
];

/** From the key going down to the paint of the list that answers to it, for every key of several searches. */
export async function measureTyping(address: string): Promise<readonly Finding[]> {
  const organisations = manyOrganisations(10_000);
  const typed = queries.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)));
  const answers = Object.fromEntries(directoryAnswer(organisations, ['', ...typed]));
  const times = await inProfile(address, async (context) => {
    await seed(context, { organisations });
    const page = await context.newPage();
    // The tool that runs this file marks inner functions by a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.goto('/#/organisations');
    await page.getByText('10,000 organisations').waitFor();
    await page.evaluate(watchKeys, answers);
    for (const query of queries) {
      await page.getByRole('searchbox').click();
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Backspace');
      await page.keyboard.type(query, { delay: 120 });
      await page.waitForTimeout(500);
    }
    return page.evaluate(() => window.keyTimes);
  });
  const measured = seriesOf(times);
  const what = 'Typing in a directory of 10,000: key to paint, p95';
  return [{ what, unit: 'ms', measured, floor: null, figure: measured.p95, target: 50 }];
}

declare global {
  interface Window {
    keyTimes: number[];
  }
}

/** Runs in the page. `answers` is the count the list shows for each text, so that a deferred answer is waited for. */
function watchKeys(answers: Readonly<Record<string, string>>): void {
  window.keyTimes = [];
  document.addEventListener(
    'input',
    (event) => {
      const from = event.timeStamp;
      const answer = answers[(event.target as HTMLInputElement).value];
      const look = (): void => {
        if (document.querySelector('main output')?.textContent !== answer) {
          requestAnimationFrame(look);
          return;
        }
        // The message arrives after the frame in which the list changed has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => window.keyTimes.push(performance.now() - from));
        port1.start();
        requestAnimationFrame(() => port2.postMessage(null));
      };
      // React renders after this listener, within the same task or the next.
      setTimeout(look);
    },
    true,
  );
}
