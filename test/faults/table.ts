import { seriesOf } from '../bench/measure.ts';
import type { Finding } from './fault.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Prints what each fault came to, and below the table what went wrong and what a person was told. */
export function printTable(findings: readonly Finding[]): Counts {
  console.table(findings.map(row));
  for (const { fault, skipped } of findings) if (skipped !== undefined) console.log(`${fault}: skipped: ${skipped}.`);
  for (const { fault, said } of findings) for (const one of said) console.log(`${fault}: a person is told “${one}”`);
  for (const { fault, wrong } of findings) for (const one of wrong) console.log(`${fault}: WRONG: ${one}`);
  const skipped = findings.filter((finding) => finding.skipped !== undefined).length;
  const failed = findings.filter(({ lost, wrong }) => lost > 0 || wrong.length > 0).length;
  return { passed: findings.length - skipped - failed, failed, skipped };
}

function row({ fault, injected, acknowledged, lost, wrong, silently, byChoice, milliseconds, skipped }: Finding) {
  if (skipped !== undefined) return { fault, injected: 'skipped' };
  const { median, max } = seriesOf(milliseconds);
  return {
    fault,
    injected,
    acknowledged,
    lost,
    'torn accepted': wrong.length,
    'recovered silently': silently,
    'by choice': byChoice,
    'median ms': Math.round(median),
    'max ms': Math.round(max),
  };
}
