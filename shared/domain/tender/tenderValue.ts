import { formatPounds, type Pence } from '../basics/money.ts';
import type { Tender, TenderValue } from './tender.ts';

/** An amount of a notice for reading: `£1,920,000`, or `EUR 1,920,000.00` where it is not in pounds. */
export function formatAmount(hundredths: Pence, currency: string): string {
  if (currency === 'GBP') return formatPounds(hundredths);
  return `${currency} ${(hundredths / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`;
}

/** A value with both its sides: `£1,920,000 with VAT, £1,600,000 without`; `''` where none is given. */
export function formatValue({ net, gross, currency }: TenderValue): string {
  const withVat = gross === null ? '' : `${formatAmount(gross, currency)} with VAT`;
  const without = net === null ? '' : `${formatAmount(net, currency)} without`;
  if (withVat === '') return net === null ? '' : `${without} VAT`;
  return [withVat, without].filter((part) => part !== '').join(', ');
}

/** A sum over the contract, and whether the notice gives it or it was added up over the lots. */
export interface WholeValue {
  readonly pence: Pence;
  readonly from: 'notice' | 'lots';
}

/** The value of the whole, with or without VAT: as the notice gives it, else of all lots together where each has one. */
export function wholeValue({ value, lots }: Tender, side: 'net' | 'gross'): WholeValue | null {
  const given = value[side];
  if (given !== null) return { pence: given, from: 'notice' };
  const ofLots = lots.map((lot) => lot.value[side]);
  if (ofLots.length === 0 || ofLots.includes(null)) return null;
  return { pence: ofLots.reduce<Pence>((sum, each) => sum + (each ?? 0), 0), from: 'lots' };
}
