/**
 * What is to be said of something typed that must have a certain form. There are three verdicts because most forms
 * in this field are known from use, not from law: `unusual` is kept, in the form given, and its doubt is shown;
 * only what cannot be right is `invalid` and refused.
 */
export type Check<Problem> =
  | { readonly verdict: 'valid'; readonly value: string }
  | { readonly verdict: 'unusual'; readonly value: string; readonly doubt: Problem }
  | { readonly verdict: 'invalid'; readonly problem: Problem };
