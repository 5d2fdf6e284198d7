import { inProfile, openProbe } from './browser.ts';
import { compared, type Finding } from './measure.ts';

const warmUp = 30;

export async function measureCommand(address: string): Promise<readonly Finding[]> {
  const { commands, floor } = await inProfile(address, async (context) => {
    const page = await openProbe(context);
    return page.evaluate((rounds) => window.probe.command(rounds), 330);
  });
  return [
    compared(
      'A command',
      commands.slice(warmUp),
      'one bare Dexie transaction with the same reads and writes',
      floor.slice(warmUp),
      1.3,
    ),
  ];
}
