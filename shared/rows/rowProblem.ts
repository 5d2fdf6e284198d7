import { unreachable } from '../domain/basics/result.ts';
import type { z } from './zod.ts';

/** What is wrong with a stored row, in words: `field` is the way to it, such as `insurances.2.limit`. */
export interface RowProblem {
  readonly field: string;
  readonly problem: string;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** The first thing that a schema found wrong, for a person who has to mend it or tell somebody about it. */
export function rowProblem(error: z.ZodError): RowProblem {
  const [issue] = error.issues;
  return { field: issue?.path.join('.') ?? '', problem: issue ? inWords(issue) : 'It cannot be read' };
}

function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return 'It is missing';
      return `It is not ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return 'It is none of the values that Muster knows';
    case 'invalid_format':
      return issue.format === 'date' ? 'It is not a day of the calendar' : 'It does not have the right form';
    case 'too_small':
      return issue.origin === 'string' ? 'It is empty' : 'It is too small';
    case 'too_big':
      return 'It is too large';
    case 'invalid_union':
      // Only unions told apart by one field are used here: that field has none of the values.
      return 'It is none of the values that Muster knows';
    case 'custom':
      // The words of our own check.
      return issue.message;
    case 'invalid_key':
      return issue.issues[0] === undefined ? issue.message : inWords(issue.issues[0]);
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_element':
      // No schema here gives these; zod's own words are better than none.
      return issue.message;
    default:
      return unreachable(issue);
  }
}
