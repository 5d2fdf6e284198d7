import type { BidPartProps } from '../bidPart.ts';
import { useFocusAskedFor } from '../useFocusAskedFor.ts';
import { BidderSection } from './BidderSection.tsx';
import { LotsSection } from './LotsSection.tsx';
import { MembersSection } from './MembersSection.tsx';
import { SharesSection } from './SharesSection.tsx';
import { StructureSection } from './StructureSection.tsx';
import classes from './team.module.css';
import { VotingSection } from './VotingSection.tsx';

/** Who bids, for which lots, in which form, and who has which share. */
export function TeamTab(props: BidPartProps) {
  useFocusAskedFor();
  return (
    <div className={classes['sections']}>
      <BidderSection {...props} />
      <LotsSection {...props} />
      <StructureSection {...props} />
      <MembersSection {...props} />
      <SharesSection {...props} />
      <VotingSection {...props} />
    </div>
  );
}
