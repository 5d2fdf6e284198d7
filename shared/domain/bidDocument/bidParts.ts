import { lotName, type AgreementInput } from '../agreement/agreementFacts.ts';
import { isBlank } from '../bid/answerState.ts';
import type { Condition, Requirement } from '../bid/bid.ts';
import { ofLotsBidFor } from '../bid/lotsBidFor.ts';
import { delivers, deliverersOf } from '../bid/bidMembers.ts';
import { plain, type Block, type Inline, type Table } from '../document/document.ts';
import type { Organisation } from '../organisation/organisation.ts';

/** What the parts of a bid document share. */

/** What stands in a table where there is nothing to say; the sentence above the table says what it means there. */
const dash = '–';

/** The words of a cell; a dash where there are none. */
export function cell(text: string): readonly Inline[] {
  return plain(isBlank(text) ? dash : text.trim());
}

/** Something that is still missing: it stands out in a draft, and no final version is made while there is one. */
export function open(text: string): readonly Inline[] {
  return [{ kind: 'placeholder', text }];
}

/** The words of a cell that a final version always has. */
export function needed(text: string, missing: string): readonly Inline[] {
  return isBlank(text) ? open(missing) : plain(text.trim());
}

export function heading(level: 1 | 2, text: string, key: string | null = null): Block {
  return { kind: 'heading', series: 'outline', level, text, key };
}

export function bodyText(text: string): Block {
  return { kind: 'paragraph', role: 'body', content: plain(text) };
}

export function openText(text: string): Block {
  return { kind: 'paragraph', role: 'body', content: open(text) };
}

/** A table under a sentence that introduces it and, where a dash stands in it, says what the dash means. */
export function introduced(intro: string, dashMeans: string, table: Table): readonly Block[] {
  const has = table.rows.some(({ cells }) => cells.some(([first]) => first?.kind === 'text' && first.text === dash));
  const content = plain(has ? `${intro} A dash means ${dashMeans}.` : intro);
  return [{ kind: 'paragraph', role: 'intro', content }, table];
}

/** An organisation's registered name; empty where nobody is meant. */
export function nameOf({ organisations }: AgreementInput, id: string | null): string {
  return organisations.find((organisation) => organisation.id === id)?.name ?? '';
}

export function pponOf({ identifiers }: Organisation): string | null {
  return identifiers.find(({ scheme }) => scheme === 'GB-PPON')?.id ?? null;
}

/** `Lot 1 (Parks)`, or all lots. */
export function lotOf({ tender }: AgreementInput, lotId: string | null): string {
  const lot = tender.lots.find(({ id }) => id === lotId);
  return lot === undefined ? 'All lots' : lotName(lot);
}

/** A lot's title takes room in a narrow column up to this many characters; a longer one leaves its number alone there. */
const longestLot = 40;

/** The same in a narrow column: `Lot 1` where the title is long, since its number is what the buyer goes by. */
export function lotCell(input: AgreementInput, lotId: string | null): readonly Inline[] {
  const name = lotOf(input, lotId);
  const lot = input.tender.lots.find(({ id }) => id === lotId);
  return cell(name.length > longestLot && lot !== undefined ? lotName({ ...lot, title: '' }) : name);
}

/** The conditions of the lots that are bid for. */
export function conditionsOf({ bid }: AgreementInput): readonly Condition[] {
  return ofLotsBidFor(bid, bid.conditions);
}

/** The requirements of the lots that are bid for. */
export function requirementsOf({ bid }: AgreementInput): readonly Requirement[] {
  return ofLotsBidFor(bid, bid.requirements);
}

/** Who leads on a requirement: a member that delivers its lot, never one in reserve; `null` where there is none. */
export function ledBy({ bid }: AgreementInput, { lotId, leadMemberId }: Requirement): string | null {
  const lead = bid.members.find((member) => member.organisationId === leadMemberId && delivers(member, lotId));
  return lead?.organisationId ?? null;
}

/** Who supports a requirement, in the order of the bid: those who deliver, never one in reserve. */
export function supportedBy({ bid }: AgreementInput, { supportMemberIds }: Requirement): readonly string[] {
  return deliverersOf(bid, null)
    .map(({ organisationId }) => organisationId)
    .filter((id) => supportMemberIds.includes(id));
}
