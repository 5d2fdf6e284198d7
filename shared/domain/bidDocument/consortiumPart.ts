import { joinedWords } from '../basics/joinedWords.ts';
import { liabilityToBuyerOf, type AgreementInput } from '../agreement/agreementFacts.ts';
import { memberRoles, type BidMember } from '../bid/bid.ts';
import { deliverersOf, leadOf } from '../bid/bidMembers.ts';
import type { Block, TableRow } from '../document/document.ts';
import { standingInsurances } from '../organisation/coverFacts.ts';
import { identifierSchemes } from '../organisation/identifier.ts';
import { legalForms, registersOf } from '../organisation/legalForm.ts';
import type { LocalDate } from '../time/localDate.ts';
import { formatLongDate } from '../time/longDate.ts';
import { formatPounds } from '../basics/money.ts';
import { insuranceKinds, type Organisation } from '../organisation/organisation.ts';
import { unreachable } from '../basics/result.ts';
import { areSharesOfPrice, formatShare, priceShares, sharesByLot, totalOf, type Share } from '../bid/shares.ts';
import { bodyText, cell, heading, introduced, lotOf, nameOf, needed, pponOf } from './bidParts.ts';

/** So many are named in one line; of more it says how many, and the table of members names them. */
const mostNamed = 6;

/** Who bids, in one line for the cover; empty while the structure is not chosen. */
export function structureLine(input: AgreementInput): string {
  const { bid } = input;
  const lead = nameOf(input, leadOf(bid)?.organisationId ?? null);
  const others = deliverersOf(bid, null)
    .filter(({ role }) => role !== 'lead')
    .map(({ organisationId }) => nameOf(input, organisationId));
  const few = others.length <= mostNamed;
  const all = few ? joinedWords([lead, ...others]) : `${others.length + 1} members`;
  switch (bid.structure) {
    case 'primeSub':
      if (others.length === 0) return `${lead}, bidding alone`;
      return `${lead} as lead contractor, with ${few ? `${joinedWords(others)} as` : others.length} sub-contractors`;
    case 'managingAgent':
      return `${lead} as managing agent, with ${few ? `${joinedWords(others)} delivering as` : others.length} sub-contractors`;
    case 'unincorporated':
      return `A consortium of ${all}, tendering together, led by ${lead}`;
    case 'spv':
      return `A company to be owned by ${all}, led by ${lead}`;
    case 'unknown':
      return '';
    default:
      return unreachable(bid.structure);
  }
}

/** The consortium and who does what: members, shares, sub-contractors and insurance. */
export function consortiumPart(input: AgreementInput, today: LocalDate): readonly Block[] {
  return [
    heading(1, 'The consortium'),
    bodyText(`${structureLine(input)}.`),
    bodyText(contractingSentence(input)),
    heading(2, 'Members and what they do'),
    ...membersBlocks(input),
    ...sharesBlocks(input),
    ...guarantorBlocks(input),
    ...insuranceBlocks(input, today),
  ];
}

function contractingSentence(input: AgreementInput): string {
  const { bid } = input;
  const lead = nameOf(input, leadOf(bid)?.organisationId ?? null);
  switch (bid.structure) {
    case 'primeSub':
    case 'managingAgent':
      return `${lead} will enter into the contract and is responsible for all of it. The other members will work under sub-contracts with it, on payment terms of no more than 30 days.`;
    case 'unincorporated': {
      const liability = liabilityToBuyerOf(bid);
      if (liability === 'jointAndSeveral')
        return 'Every member will enter into the contract and accepts joint and several liability under it.';
      if (liability === 'several')
        return 'Every member will enter into the contract, each being liable for its own part of it.';
      return 'Every member will enter into the contract.';
    }
    case 'spv':
      return 'The members will form the company before the contract is entered into. It will enter into the contract, and the members will work under sub-contracts with it.';
    case 'unknown':
      return '';
    default:
      return unreachable(bid.structure);
  }
}

function membersBlocks(input: AgreementInput): readonly Block[] {
  const { bid, organisations } = input;
  const row = ({ organisationId, role, responsibilities }: BidMember): TableRow => {
    const organisation = organisations.find(({ id }) => id === organisationId);
    return {
      cells: [
        cell(organisation?.name ?? ''),
        cell(memberRoles[role]),
        needed(organisation === undefined ? '' : registration(organisation), 'Legal form not known'),
        cell(organisation === undefined ? '' : (pponOf(organisation) ?? '')),
        needed(responsibilities, 'Not said yet'),
      ],
    };
  };
  return introduced('Everybody who delivers, and the work that each does.', 'that no PPON is given', {
    kind: 'table',
    caption: 'Members of the bid',
    columns: [
      { header: 'Organisation', width: 20 },
      { header: 'Role', width: 13 },
      { header: 'Legal form and number', width: 22 },
      { header: 'PPON', width: 17 },
      { header: 'Responsible for', width: 28 },
    ],
    rows: deliverersOf(bid, null).map(row),
  });
}

/** `Charitable incorporated organisation, charity number (England and Wales) 1187654`. */
function registration({ legalForm, identifiers }: Organisation): string {
  if (legalForm === 'unknown') return '';
  const form = legalForms[legalForm].replace(/ \(.*\)$/, '');
  const registers = registersOf(legalForm);
  const number = identifiers.find(({ scheme }) => registers.includes(scheme));
  if (number === undefined) return form;
  const { label } = identifierSchemes[number.scheme];
  return `${form}, ${label.charAt(0).toLowerCase()}${label.slice(1)} ${number.id}`;
}

/** So many lots have a table of shares each, where the shares differ; more have a row each in one table. */
const mostShareTables = 4;

/**
 * Shares of the contract price, the fee included: what buyers ask for, whatever members agree among themselves. Where it is
 * not known what the shares are of, the table does not say.
 */
function sharesBlocks(input: AgreementInput): readonly Block[] {
  const { bid } = input;
  const what = areSharesOfPrice(bid) ? ' of the contract price' : '';
  const leadId = leadOf(bid)?.organisationId ?? '';
  const fee = bid.shareBase === 'netPrice' ? (bid.agreement.feeBasisPoints ?? 0) : 0;
  const byLot = sharesByLot(bid);
  const lots = bid.lotIds.map((lotId) => ({
    name: lotOf(input, lotId),
    shares: priceShares(byLot.get(lotId) ?? [], fee, leadId),
  }));
  if (lots.length > mostShareTables) return [lotsTable(input, what, lots)];
  const alike = new Map<string, LotShares[]>();
  for (const lot of lots) {
    const key = JSON.stringify(lot.shares);
    alike.set(key, [...(alike.get(key) ?? []), lot]);
  }
  return [...alike.values()].map((same): Block => {
    const shares = same[0]?.shares ?? [];
    return {
      kind: 'table',
      caption: `Shares${what}, ${joinedWords(same.map(({ name }) => name))}`,
      columns: [
        { header: 'Organisation', width: 65 },
        { header: `Share${what}`, width: 35, align: 'right' },
      ],
      rows: [
        ...shares.map(({ organisationId, basisPoints }): TableRow => ({
          cells: [cell(nameOf(input, organisationId)), cell(formatShare(basisPoints))],
        })),
        { total: true, cells: [cell('Total'), cell(formatShare(totalOf(shares)))] },
      ],
    };
  });
}

interface LotShares {
  readonly name: string;
  readonly shares: readonly Share[];
}

/** So many members of a lot are named in its row, the largest first where there are more; the others stand there as a sum. */
const mostSharers = 12;

function lotsTable(input: AgreementInput, what: string, lots: readonly LotShares[]): Block {
  const names = new Map(input.organisations.map(({ id, name }) => [id, name]));
  return {
    kind: 'table',
    caption: `Lots and shares${what}`,
    columns: [
      { header: 'Lot', width: 40 },
      { header: `Share${what}`, width: 48 },
      { header: 'Total', width: 12, align: 'right' },
    ],
    rows: lots.map(({ name, shares }) => ({
      cells: [cell(name), cell(sharersLine(shares, names)), cell(formatShare(totalOf(shares)))],
    })),
  };
}

function sharersLine(shares: readonly Share[], names: ReadonlyMap<string, string>): string {
  const named =
    shares.length > mostSharers
      ? shares.toSorted((a, b) => b.basisPoints - a.basisPoints).slice(0, mostSharers)
      : shares;
  const rest = totalOf(shares) - totalOf(named);
  return [
    ...named.map(({ organisationId, basisPoints }) => `${names.get(organisationId) ?? ''} ${formatShare(basisPoints)}`),
    ...(named.length < shares.length
      ? [`${shares.length - named.length} more members ${formatShare(rest)} together`]
      : []),
  ].join(', ');
}

/** Those in reserve are not named to the buyer: they have no part in the bid unless they step in. */
function guarantorBlocks(input: AgreementInput): readonly Block[] {
  const guarantors = input.bid.members.filter(({ role }) => role === 'guarantor');
  if (guarantors.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Organisations that stand behind the bid',
      columns: [
        { header: 'Organisation', width: 40 },
        { header: 'Role', width: 20 },
        { header: 'For', width: 40 },
      ],
      rows: guarantors.map(({ organisationId, role, responsibilities }) => ({
        cells: [cell(nameOf(input, organisationId)), cell(memberRoles[role]), cell(responsibilities)],
      })),
    },
  ];
}

function insuranceBlocks(input: AgreementInput, today: LocalDate): readonly Block[] {
  const { bid, organisations } = input;
  const rows = deliverersOf(bid, null).flatMap(({ organisationId }) => {
    const organisation = organisations.find(({ id }) => id === organisationId);
    const insurances = standingInsurances(organisation?.insurances ?? [], today);
    return insurances.map(({ kind, limit, basis, state, validTo }): TableRow => ({
      cells: [
        cell(organisation?.name ?? ''),
        cell(insuranceKinds[kind]),
        cell(limit === null ? '' : `${formatPounds(limit)}${basisWords[basis]}`),
        cell(
          state === 'held'
            ? `Held${validTo === null ? '' : ` to ${formatLongDate(validTo)}`}`
            : 'Committed by contract start',
        ),
      ],
    }));
  });
  if (rows.length === 0) return [];
  const intro = 'Cover that is committed will be in place by the start of the contract.';
  return [
    heading(2, 'Insurance'),
    ...introduced(intro, 'that the sum is not given here', {
      kind: 'table',
      caption: 'Insurance held and committed',
      columns: [
        { header: 'Organisation', width: 27 },
        { header: 'Cover', width: 23 },
        { header: 'Sum insured', width: 25 },
        { header: 'Held or committed', width: 25 },
      ],
      rows,
    }),
  ];
}

const basisWords = { anyOneClaim: ', any one claim', aggregate: ', in the aggregate', unknown: '' } as const;
