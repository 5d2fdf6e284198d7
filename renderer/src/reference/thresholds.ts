import type { Threshold } from '../../../shared/domain/tender/thresholds.ts';
import text from '../../../resources/thresholds.json?raw';

interface PublishedThresholds {
  readonly source: string;
  readonly thresholds: readonly Threshold[];
}

/** The thresholds of the Procurement Act 2023 that Muster ships, and where they come from. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Muster's own file
export const publishedThresholds = JSON.parse(text) as PublishedThresholds;
