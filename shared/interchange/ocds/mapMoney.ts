import type { Pence } from '../../domain/basics/money.ts';
import type { TenderValue } from '../../domain/tender/tender.ts';
import { at, type Field, isGiven, remark, text } from './fields.ts';

export const noValue: TenderValue = { net: null, gross: null, currency: 'GBP' };

/** A value with `amount` (without VAT) and the UK's `amountGross` (with VAT). */
export function readValue(field: Field): TenderValue {
  const net = readAmount(at(field, 'amount'));
  const gross = readAmount(at(field, 'amountGross'));
  const currency = text(at(field, 'currency'));
  if (currency === '' && (net !== null || gross !== null)) remark(field, 'No currency is given: read as pounds.');
  if (net !== null && gross !== null && net > gross) {
    remark(field, 'The value without VAT is larger than the value with VAT. Check it with the buyer.');
  }
  return { net, gross, currency: currency === '' ? 'GBP' : currency };
}

export function hasValue({ net, gross }: TenderValue): boolean {
  return net !== null || gross !== null;
}

/** Services fill in 0 or 0.01 where a buyer gives no value. */
function readAmount(field: Field): Pence | null {
  if (!isGiven(field)) return null;
  const given = text(field);
  const amount = given === '' ? Number.NaN : Number(given);
  const pence = Math.round(amount * 100);
  if (!Number.isSafeInteger(pence) || pence < 0) {
    remark(field, `“${given}” is not an amount, so it is not used.`);
    return null;
  }
  if (pence <= 1) {
    remark(field, `The notice gives ${given}, which stands for no value: shown as not given.`);
    return null;
  }
  return pence;
}
