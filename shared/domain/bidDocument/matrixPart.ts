import { joinedWords } from '../basics/joinedWords.ts';
import type { AgreementInput } from '../agreement/agreementFacts.ts';
import { memberRoles, type Requirement } from '../bid/bid.ts';
import { deliverersOf } from '../bid/bidMembers.ts';
import type { Block, Inline, Table, TableRow } from '../document/document.ts';
import {
  cell,
  heading,
  introduced,
  ledBy,
  lotCell,
  nameOf,
  open,
  openText,
  requirementsOf,
  supportedBy,
} from './bidParts.ts';

/** As many names as have room above columns of their own on a landscape page, and how long such a name may be. */
const mostNames = 5;
const longestName = 40;

/** As many columns of one letter as leave room for the requirement and its evidence. */
const mostColumns = 20;

/** A member of the matrix, and what stands for it: its name, or a letter explained in a table of its own. */
interface Column {
  readonly id: string;
  readonly title: string;
}

/**
 * The capability matrix as a buyer may see it: who leads and who supports each requirement, and the proof. How members rate
 * themselves, where there are gaps and on whom the bid depends are the team's own affair and never stand here. Many members, or
 * long names, get letters with a key; more than there is room for are listed in each row.
 */
export function matrixPart(input: AgreementInput): readonly Block[] {
  if (requirementsOf(input).length === 0) {
    return [heading(1, 'Capability matrix'), openText('No requirement is listed yet')];
  }
  const members = deliverersOf(input.bid, null).map(({ organisationId: id }) => ({ id, title: nameOf(input, id) }));
  const fits = members.length <= mostNames && members.every(({ title }) => title.length <= longestName);
  const columns = fits ? members : members.map(({ id }, place) => ({ id, title: letters(place) }));
  const wide = columns.length > mostColumns;
  const intro =
    'Each requirement, the member that leads on it, those that support it, and what shows that it can be done.';
  const marks = fits || wide ? '' : ' L: leads. S: supports.';
  return [
    heading(1, 'Capability matrix'),
    ...(fits ? [] : [keyTable(input, columns)]),
    ...introduced(
      `${intro}${marks}`,
      wide
        ? 'nobody, or that no evidence is given here'
        : 'that a member takes no part, or that no evidence is given here',
      wide ? listTable(input, columns) : gridTable(input, columns, fits),
    ),
  ];
}

/** A to Z, then AA, AB, as spreadsheets name columns. */
function letters(place: number): string {
  const last = String.fromCodePoint(65 + (place % 26));
  return place < 26 ? last : letters(Math.floor(place / 26) - 1) + last;
}

function keyTable({ bid, organisations }: AgreementInput, columns: readonly Column[]): Table {
  return {
    kind: 'table',
    caption: 'Letters of the members in the capability matrix',
    columns: [
      { header: 'Letter', width: 8, align: 'centre' },
      { header: 'Organisation', width: 72 },
      { header: 'Role', width: 20 },
    ],
    rows: columns.map(({ id, title }): TableRow => {
      const role = bid.members.find(({ organisationId }) => organisationId === id)?.role;
      const name = organisations.find((organisation) => organisation.id === id)?.name ?? '';
      return { cells: [cell(title), cell(name), cell(role === undefined ? '' : memberRoles[role])] };
    }),
  };
}

function gridTable(input: AgreementInput, columns: readonly Column[], fits: boolean): Table {
  const each = 42 / columns.length;
  const words = fits ? { leads: 'Leads', supports: 'Supports' } : { leads: 'L', supports: 'S' };
  return {
    kind: 'table',
    caption: 'Who leads and who supports',
    columns: [
      { header: 'Requirement', width: 26 },
      { header: 'Lot', width: 10 },
      ...columns.map(({ title }) => ({ header: title, width: each, align: 'centre' as const })),
      { header: 'Evidence', width: 22 },
    ],
    rows: requirementsOf(input).map((requirement): TableRow => {
      const lead = ledBy(input, requirement);
      const supporters = supportedBy(input, requirement);
      const part = (id: string): string => {
        if (id === lead) return words.leads;
        return supporters.includes(id) ? words.supports : '';
      };
      return {
        cells: [
          requirementCell(requirement, lead),
          lotCell(input, requirement.lotId),
          ...columns.map(({ id }) => cell(part(id))),
          cell(requirement.proof),
        ],
      };
    }),
  };
}

function listTable(input: AgreementInput, columns: readonly Column[]): Table {
  const letterOf = new Map(columns.map(({ id, title }) => [id, title]));
  return {
    kind: 'table',
    caption: 'Who leads and who supports',
    columns: [
      { header: 'Requirement', width: 34 },
      { header: 'Lot', width: 12 },
      { header: 'Led by', width: 8 },
      { header: 'Supported by', width: 18 },
      { header: 'Evidence', width: 28 },
    ],
    rows: requirementsOf(input).map((requirement): TableRow => {
      const lead = ledBy(input, requirement);
      return {
        cells: [
          requirementCell(requirement, lead),
          lotCell(input, requirement.lotId),
          cell(letterOf.get(lead ?? '') ?? ''),
          cell(joinedWords(supportedBy(input, requirement).map((id) => letterOf.get(id) ?? ''))),
          cell(requirement.proof),
        ],
      };
    }),
  };
}

/** The requirement; where nobody does it, a draft says so. */
function requirementCell({ text }: Requirement, lead: string | null): readonly Inline[] {
  return lead === null ? [...cell(text), { kind: 'text', text: ' ' }, ...open('Nobody leads yet')] : cell(text);
}
