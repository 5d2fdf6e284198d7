/** What one fault came to: a line of the table. */
export interface Finding {
  readonly fault: string;
  readonly injected: number;
  /** How many changes had been acknowledged when it was injected, or were read back after it. */
  readonly acknowledged: number;
  /** Acknowledged changes that were nowhere afterwards. */
  readonly lost: number;
  /** How often something that was not whole was taken for whole, or anything else was not as it must be: each a sentence. */
  readonly wrong: readonly string[];
  readonly silently: number;
  /** How often the first offer of the recovery screen was followed. */
  readonly byChoice: number;
  /** How long each recovery took, from the start of the store. */
  readonly milliseconds: readonly number[];
  /** What the person was told. */
  readonly said: readonly string[];
  /** Why it was not injected at all. */
  readonly skipped?: string;
}

/** Counts what a fault comes to while it is injected. */
export class Tally {
  injected = 0;
  acknowledged = 0;
  lost = 0;
  silently = 0;
  byChoice = 0;
  readonly wrong: string[] = [];
  readonly milliseconds: number[] = [];
  readonly said = new Set<string>();
  readonly #fault: string;

  constructor(fault: string) {
    this.#fault = fault;
  }

  finding(): Finding {
    const { injected, acknowledged, lost, wrong, silently, byChoice, milliseconds } = this;
    const said = [...this.said];
    if (injected > 0 && acknowledged === 0) wrong.push('Nothing was acknowledged, so nothing was proven.');
    return { fault: this.#fault, injected, acknowledged, lost, wrong, silently, byChoice, milliseconds, said };
  }
}

export function skipped(fault: string, why: string): Finding {
  return { ...new Tally(fault).finding(), skipped: why };
}
