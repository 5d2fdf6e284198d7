import type { BidInput } from '../../../../shared/domain/bid/bidInput.ts';
import type { Edits } from './edits.ts';

/** What every part of a bid's page is given. */
export interface BidPartProps {
  readonly input: BidInput;
  readonly edits: Edits;
}
