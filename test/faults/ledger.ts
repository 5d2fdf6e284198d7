import type { Report } from './pages/stream.ts';
import type { Entry } from './verify.ts';

/** Which entries of a history were acknowledged, by what a page told before it was killed. */
export class Ledger {
  #entries = new Map<number, string>();
  #saved = 0;
  #found = 0;

  /** How often it was told anything. */
  told = 0;

  readonly tell = (report: Report): void => {
    this.told += 1;
    if (report.kind === 'committed') this.#entries.set(...report.entry);
    if (report.kind === 'saved') this.#saved = Math.max(this.#saved, report.seq);
  };

  acknowledged(): readonly Entry[] {
    return [...this.#entries].filter(([seq]) => seq <= this.#saved);
  }

  /** How many were acknowledged since the last start. */
  get fresh(): number {
    return Math.max(0, this.#saved - this.#found);
  }

  /** What was found after a start is acknowledged by it: it was compared, and is in the journal. */
  startFrom(entries: readonly Entry[]): void {
    this.#entries = new Map(entries);
    this.#saved = entries.length;
    this.#found = entries.length;
  }
}
