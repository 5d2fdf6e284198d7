import { lotName } from '../../../../shared/domain/agreement/agreementFacts.ts';
import type { BidInput } from '../../../../shared/domain/bidInput.ts';

/** An organisation by its registered name, also where it is no longer there. */
export function nameOf({ organisations }: Pick<BidInput, 'organisations'>, id: string): string {
  return organisations.find((organisation) => organisation.id === id)?.name ?? 'An organisation that was removed';
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

/** What a row that belongs to a lot may be chosen to belong to; an empty value stands for every lot. */
export function lotOptions(input: Pick<BidInput, 'tender' | 'bid'>): readonly Option[] {
  const ids = input.tender.lots.map(({ id }) => id).filter((id) => input.bid.lotIds.includes(id));
  return [{ value: '', label: 'All lots' }, ...ids.map((id) => ({ value: id, label: lotLabel(input, id) }))];
}

/** The members to choose from, in the order of the bid. */
export function memberOptions(input: BidInput): readonly Option[] {
  return input.bid.members.map(({ organisationId }) => ({
    value: organisationId,
    label: nameOf(input, organisationId),
  }));
}
