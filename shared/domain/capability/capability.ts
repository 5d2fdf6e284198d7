/** Something a bid may need, such as "Arboriculture" or "TUPE transfers managed". `group` gathers them for reading. */
export interface Capability {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly description: string;
}

/** How well an organisation can do something, from nothing (0) to leading the field (4). */
export const levels = {
  0: 'Cannot do this',
  1: 'Aware, could learn',
  2: 'Can do with support',
  3: 'Delivers today',
  4: 'Leads, or is accredited',
} as const;
export type Level = keyof typeof levels;

/** How far the lead may rely on a level: said by the organisation, said with proof, or checked by the lead. */
export const confidences = {
  claimed: 'Claimed',
  selfEvidenced: 'Self-evidenced',
  verified: 'Verified',
} as const;
export type Confidence = keyof typeof confidences;

export interface CapabilityCell {
  readonly level: Level;
  readonly confidence: Confidence;
  readonly note: string;
}

/** What one organisation can do. A capability without a cell is unknown, not none. */
export interface CapabilityProfile {
  /** The organisation's id. */
  readonly id: string;
  /** Cells by capability id. */
  readonly cells: Readonly<Record<string, CapabilityCell>>;
}
