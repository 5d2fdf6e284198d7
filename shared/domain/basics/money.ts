import { err, ok, type Result } from './result.ts';

/** An amount of money in whole pence. An integer within ±Number.MAX_SAFE_INTEGER (about £90 trillion). */
export type Pence = number;

/** Why an amount could not be understood. */
export type MoneyProblem = 'empty' | 'notAnAmount' | 'commas' | 'tooPrecise' | 'negative' | 'tooLarge';

/** The powers of ten that people write after an amount: £520k, £1.2m, £3 million, £1bn. */
const multipliers: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['k', 3],
  ['thousand', 3],
  ['m', 6],
  ['million', 6],
  ['bn', 9],
  ['billion', 9],
]);

/**
 * Pounds as people type them (`£1,234.56`, `1234.5`, `1.2m`, `520k`) in pence, without rounding. Refused: commas that do
 * not part thousands (`1,23` may be a decimal comma), fractions of a penny, and negative amounts unless they are allowed.
 */
export function parsePounds(typed: string, options: { allowNegative?: boolean } = {}): Result<Pence, MoneyProblem> {
  const text = typed.normalize('NFKC').replaceAll('\u2212', '-').trim().toLowerCase();
  if (text === '') return err('empty');
  const parts = /^(?<sign>-?)\s*£?\s*(?<whole>[\d,]+)(?:\.(?<decimals>\d+))?\s*(?<multiplier>[a-z]*)$/.exec(
    text,
  )?.groups;
  const shift = multipliers.get(parts?.['multiplier'] ?? '');
  if (!parts || shift === undefined) return err('notAnAmount');
  const whole = parts['whole'] ?? '';
  if (whole.includes(',') && !/^\d{1,3}(,\d{3})+$/.test(whole)) return err('commas');
  const decimals = parts['decimals'] ?? '';
  if (decimals.length > shift + 2) return err('tooPrecise');
  const pence = Number(whole.replaceAll(',', '') + decimals.padEnd(shift + 2, '0'));
  if (!Number.isSafeInteger(pence)) return err('tooLarge');
  if (parts['sign'] === '' || pence === 0) return ok(pence);
  return options.allowNegative === true ? ok(-pence) : err('negative');
}

/** What to tell a person whose amount was not understood. */
export function moneyProblemSentence(problem: MoneyProblem): string {
  return moneyProblemSentences[problem];
}

const moneyProblemSentences: Readonly<Record<MoneyProblem, string>> = {
  empty: 'Type an amount in pounds, such as 520,000 or 1.2m.',
  notAnAmount: 'This is not an amount in pounds. Type it like 520,000, £1,234.56, 520k or 1.2m.',
  commas: 'The commas do not part thousands. Type 1,234.56 or 1234.56, with a full stop before the pence.',
  tooPrecise: 'An amount has at most two digits of pence. Type 1,234.56.',
  negative: 'This amount cannot be negative.',
  tooLarge: 'This amount is larger than Muster can hold exactly.',
};

const wholePounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 });
const poundsAndPence = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** An amount for reading: `£520,000`, and `£1,234.56` where there are pence. */
export function formatPounds(pence: Pence): string {
  return (pence % 100 === 0 ? wholePounds : poundsAndPence).format(pence / 100);
}
