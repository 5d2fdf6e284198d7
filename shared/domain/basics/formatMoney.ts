import type { Pence } from './money.ts';

const exact = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** An amount as contracts and price tables write it, always with pence, so that a column adds up by eye: `£198,450.00`. */
export function formatMoney(pence: Pence): string {
  return exact.format(pence / 100);
}
