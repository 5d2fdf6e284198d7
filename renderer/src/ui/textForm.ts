/** What typed text was understood as. A `remark` is shown and does not stop anything; a `problem` does. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly remark: string | null }
  | { readonly ok: false; readonly problem: string };

/** How a value is written and read in a text field. */
export interface TextForm<T> {
  readonly show: (value: T) => string;
  readonly read: (typed: string) => Reading<T>;
  /**
   * When typing is stored: text at each pause; a date, an amount or a number only when the field is left or Enter is
   * pressed, because half of it is another value.
   */
  readonly stored: 'atPause' | 'whenLeft';
  readonly placeholder?: string;
  /** Two texts as one, the stored one first, where that makes sense: for a choice between them. */
  readonly join?: (stored: T, typed: T) => T;
}

/** Text that may be anything. */
export const freeText: TextForm<string> = {
  show: (value) => value,
  read: (typed) => ({ ok: true, value: typed.trim(), remark: null }),
  stored: 'atPause',
  join: (stored, typed) => [stored, typed].filter((text) => text !== '').join('\n'),
};
