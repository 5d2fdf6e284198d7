import { lotName } from '../../../../shared/domain/agreement/agreementFacts.ts';
import type { BidInput } from '../../../../shared/domain/bid/bidInput.ts';

/** A member by its registered name. */
export function nameOf({ organisations }: Pick<BidInput, 'organisations'>, id: string): string {
  return organisations.find((organisation) => organisation.id === id)?.name ?? 'An organisation that has left the bid';
}

/** A name short enough to head a column: without what tells the legal form. */
export function shortName(name: string): string {
  return name.replace(/\s+(ltd|limited|cic|c\.i\.c\.|llp|plc|cio)\.?$/i, '');
}

export function lotLabel({ tender }: Pick<BidInput, 'tender'>, lotId: string | null): string {
  if (lotId === null) return 'All lots';
  const lot = tender.lots.find(({ id }) => id === lotId);
  return lot === undefined ? 'A lot that the tender no longer has' : lotName(lot);
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The value of a choice that stands for no row: nobody, every lot, none. */
export const nobody = 'none';

/** What a row may be chosen to belong to: the lots that are bid for, and the one it belongs to now. */
export function lotOptions(input: Pick<BidInput, 'tender' | 'bid'>, chosen: string | null): readonly Option[] {
  const bidFor = input.tender.lots.map(({ id }) => id).filter((id) => input.bid.lotIds.includes(id));
  const ids = chosen === null || bidFor.includes(chosen) ? bidFor : [...bidFor, chosen];
  return [{ value: nobody, label: 'All lots' }, ...ids.map((id) => ({ value: id, label: lotLabel(input, id) }))];
}

/** The members to choose from in the order of the bid, and those who are chosen though they have left it. */
export function memberOptions(input: BidInput, chosen: readonly string[]): readonly Option[] {
  const members = input.bid.members.map(({ organisationId }) => organisationId);
  const left = chosen.filter((id) => !members.includes(id));
  return [
    ...members.map((id) => ({ value: id, label: nameOf(input, id) })),
    ...left.map((id) => ({ value: id, label: 'An organisation that has left the bid' })),
  ];
}
