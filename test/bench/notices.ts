import { readFileSync } from 'node:fs';
import { inProfile, openProbe } from './browser.ts';
import { compared, type Finding } from './measure.ts';

const warmUp = 5;
/** Profiles differ by more than rounds do. */
const profiles = 3;
const rounds = 30;

/** A page of 100 releases as Find a Tender served it. */
export const noticesFile = new URL('../fixtures/notices/find-a-tender-page.json', import.meta.url);
export const noticesPage = readFileSync(noticesFile, 'utf8');

/** The page of 100 releases as Find a Tender served it, and a workspace full of tenders made of such notices. */
export async function measureNotices(address: string): Promise<readonly Finding[]> {
  const imports: number[] = [];
  const floor: number[] = [];
  for (let profile = 0; profile < profiles; profile += 1) {
    const timed = await inProfile(address, async (context) => {
      const probe = await openProbe(context);
      return probe.evaluate(([page, times]) => window.probe.importNotices(page, times), [
        noticesPage,
        rounds + warmUp,
      ] as const);
    });
    imports.push(...timed.imports.slice(warmUp));
    floor.push(...timed.floor.slice(warmUp));
  }
  const tenders = await inProfile(address, async (context) => {
    const probe = await openProbe(context);
    return probe.evaluate((page) => window.probe.tenders(page, 2000, 10), noticesPage);
  });
  return [
    compared('Importing a page of 100 notices', imports, 'JSON.parse and one bulkPut of the same rows', floor, 1.3),
    compared(
      'The agenda of 2,000 tenders',
      tenders.summaries,
      'the same from the tenders themselves',
      tenders.rows,
      0.3,
    ),
  ];
}
