import type { AgreementInput } from '../agreement/agreementFacts.ts';
import type { Requirement } from '../bid/bid.ts';
import { deliverersOf } from '../bid/bidMembers.ts';
import type { Block, Table, TableRow } from '../document/document.ts';
import { bodyText, cell, heading, introText, listed, lotOf, nameOf } from './bidParts.ts';

/** As many members as have room for a column of their own on a landscape page. */
const mostColumns = 7;

/**
 * The capability matrix as a buyer may see it: who leads and who supports each requirement, and the proof. How members rate
 * themselves, where there are gaps and on whom the bid depends are the team's own affair and never stand here.
 */
export function matrixPart(input: AgreementInput): readonly Block[] {
  const { requirements } = input.bid;
  const title = heading(1, 'Capability matrix');
  if (requirements.length === 0) return [title, bodyText('N/A')];
  const members = deliverersOf(input.bid, null).map(({ organisationId }) => organisationId);
  const wide = members.length > mostColumns;
  const intro = wide
    ? 'Each requirement, the member that leads on it, those that support it, and what shows that it can be done.'
    : 'Each requirement, the member that leads on it, those that support it, and what shows that it can be done. A dash means that a member takes no part.';
  return [title, introText(intro), wide ? namesTable(input) : memberColumnsTable(input, members)];
}

function memberColumnsTable(input: AgreementInput, members: readonly string[]): Table {
  const each = 42 / members.length;
  return {
    kind: 'table',
    caption: 'Who leads and who supports',
    columns: [
      { header: 'Requirement', width: 26 },
      { header: 'Lot', width: 10 },
      ...members.map((id) => ({ header: nameOf(input, id), width: each, align: 'centre' as const })),
      { header: 'Evidence', width: 22 },
    ],
    rows: input.bid.requirements.map((requirement): TableRow => ({
      cells: [
        cell(requirement.text),
        cell(lotOf(input, requirement.lotId)),
        ...members.map((id) => cell(partOf(requirement, id))),
        cell(requirement.proof),
      ],
    })),
  };
}

function namesTable(input: AgreementInput): Table {
  return {
    kind: 'table',
    caption: 'Who leads and who supports',
    columns: [
      { header: 'Requirement', width: 30 },
      { header: 'Lot', width: 10 },
      { header: 'Led by', width: 16 },
      { header: 'Supported by', width: 22 },
      { header: 'Evidence', width: 22 },
    ],
    rows: input.bid.requirements.map((requirement): TableRow => ({
      cells: [
        cell(requirement.text),
        cell(lotOf(input, requirement.lotId)),
        cell(nameOf(input, requirement.leadMemberId)),
        cell(listed(requirement.supportMemberIds.map((id) => nameOf(input, id)))),
        cell(requirement.proof),
      ],
    })),
  };
}

function partOf({ leadMemberId, supportMemberIds }: Requirement, id: string): string {
  if (leadMemberId === id) return 'Leads';
  return supportMemberIds.includes(id) ? 'Supports' : '–';
}
