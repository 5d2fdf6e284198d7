import type { BrowserContext } from '@playwright/test';
import { inProfile, openProbe, seed } from './browser.ts';
import { longBid } from './longBid.ts';
import { compared, type Finding } from './measure.ts';
import { noticesPage } from './notices.ts';
import { manyOrganisations } from './organisations.ts';

const rounds = 15;

/** From the start of the navigation to the first usable screen on show, each address in turn in a window of its own. */
export async function measureStart(address: string): Promise<readonly Finding[]> {
  const small = await inProfile(address, async (context) => {
    await seed(context, {});
    return inTurn(context, { bare: '/bare.html', home: '/', directory: '/#/organisations' });
  });
  const large = await inProfile(address, async (context) => {
    await seed(context, { organisations: manyOrganisations(10_000) });
    return inTurn(context, { bare: '/bare.html', home: '/', directory: '/#/organisations' });
  });
  const working = await inProfile(address, async (context) => {
    await seedWorking(context);
    return inTurn(context, { bare: '/bare.html', home: '/' });
  });
  return [
    compared('Start to usable, empty workspace', small.home, 'a bare Mantine page', small.bare, 1.5),
    compared('Start to usable, 10,000 organisations', large.home, 'the same with an empty workspace', small.home, 1.5),
    compared(
      'Start in the directory, 10,000 organisations',
      large.directory,
      'the same with an empty workspace',
      small.directory,
      1.5,
    ),
    compared(
      'Start to usable, 1,000 organisations, 2,000 tenders, 60 bids',
      working.home,
      'the same with an empty workspace',
      small.home,
      1.5,
    ),
  ];
}

/** A workspace after some years: a thousand organisations, two thousand tenders with their notices, sixty full bids. */
async function seedWorking(context: BrowserContext): Promise<void> {
  const organisations = manyOrganisations(1000);
  await seed(context, { organisations });
  const probe = await openProbe(context);
  await probe.evaluate(([page, bid]) => window.probe.seedTenders(page, 2000, bid, 60), [
    noticesPage,
    longBid(),
  ] as const);
  await probe.close();
}

async function inTurn<Name extends string>(
  context: BrowserContext,
  addresses: Readonly<Record<Name, string>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(addresses) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -2; round < rounds; round += 1) {
    for (const name of names) {
      const time = await timeToUsable(context, addresses[name]);
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}

async function timeToUsable(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  const mark = await page.waitForFunction(
    () => performance.getEntriesByType('mark').find(({ name }) => name.endsWith('-usable'))?.startTime,
  );
  const time = await mark.jsonValue();
  await page.close();
  if (time === undefined) throw new Error(`${address} never became usable`);
  return time;
}
