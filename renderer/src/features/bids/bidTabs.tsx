import type { ComponentType } from 'react';
import type { BidTab } from './bidAddress.ts';
import type { BidPartProps } from './bidPart.ts';
import { ClarificationsTab } from './clarifications/ClarificationsTab.tsx';
import { ConditionsTab } from './conditions/ConditionsTab.tsx';
import { DocumentsTab } from './documents/DocumentsTab.tsx';
import { OverviewTab } from './overview/OverviewTab.tsx';
import { RequirementsTab } from './requirements/RequirementsTab.tsx';
import { ResponsesTab } from './responses/ResponsesTab.tsx';
import { TeamTab } from './team/TeamTab.tsx';

/** The parts of a bid's page, in the order in which a bid is built. */
export const bidTabs: readonly {
  readonly tab: BidTab;
  readonly label: string;
  readonly Part: ComponentType<BidPartProps>;
}[] = [
  { tab: 'overview', label: 'Overview', Part: OverviewTab },
  { tab: 'team', label: 'Team and shares', Part: TeamTab },
  { tab: 'requirements', label: 'Requirements', Part: RequirementsTab },
  { tab: 'conditions', label: 'Conditions', Part: ConditionsTab },
  { tab: 'responses', label: 'Responses', Part: ResponsesTab },
  { tab: 'clarifications', label: 'Clarification questions', Part: ClarificationsTab },
  { tab: 'documents', label: 'Documents', Part: DocumentsTab },
];
