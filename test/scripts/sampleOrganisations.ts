import type { Organisation } from '../../shared/domain/organisation/organisation.ts';
import { sampleBidders } from './sampleBidders.ts';
import { sampleNeighbours } from './sampleNeighbours.ts';
import { toOrganisation } from './sampleParts.ts';

/**
 * The organisations of the sample workspace. All are invented, with what marks them so: postcodes of an area that does
 * not exist (ZZ), telephone numbers that Ofcom keeps for drama (01632 960xxx), addresses at example.org, and numbers far
 * beyond those that the registers have reached. Gaps, endings and doubts among them are on purpose; they are what the
 * directory is there to show.
 */
export const sampleOrganisations: readonly Organisation[] = [...sampleBidders, ...sampleNeighbours].map(
  (sample, index) => toOrganisation(sample, index + 1),
);
