import type { Check } from '../basics/check.ts';
import { keysOf } from '../basics/keysOf.ts';
import { unreachable } from '../basics/result.ts';

interface SchemeFacts {
  /** What people call the number. */
  readonly label: string;
  readonly register: string;
  /** The shape of a number, for a placeholder. */
  readonly example: string;
}

/**
 * The registers whose numbers identify an organisation. Keys beginning `GB-` are those of org-id.guide, as used in OCDS
 * notices; VAT and ICO numbers have no scheme there and are keyed by their own names.
 */
export const identifierSchemes = {
  'GB-PPON': { label: 'PPON', register: 'Find a Tender (central digital platform)', example: 'ABCD-1234-EFGH' },
  'GB-COH': { label: 'Company number', register: 'Companies House', example: '01234567' },
  'GB-CHC': {
    label: 'Charity number (England and Wales)',
    register: 'Charity Commission for England and Wales',
    example: '1234567',
  },
  'GB-SC': {
    label: 'Charity number (Scotland)',
    register: 'Scottish Charity Register (OSCR)',
    example: 'SC012345',
  },
  'GB-NIC': {
    label: 'Charity number (Northern Ireland)',
    register: 'Charity Commission for Northern Ireland',
    example: 'NIC101234',
  },
  'GB-MPR': { label: 'Society number', register: 'Mutuals Public Register (FCA)', example: '12345R' },
  VAT: { label: 'VAT number', register: 'HM Revenue and Customs', example: 'GB123456727' },
  ICO: {
    label: 'ICO registration',
    register: "Information Commissioner's register of fee payers",
    example: 'ZA123456',
  },
  'GB-UKPRN': { label: 'UKPRN', register: 'UK Register of Learning Providers', example: '10012345' },
  'GB-NHS': { label: 'NHS organisation code', register: 'NHS Organisation Data Service', example: 'A1B2C' },
} as const satisfies Record<string, SchemeFacts>;

export type IdentifierScheme = keyof typeof identifierSchemes;

/** What is wrong, or doubtful, about a number typed for a register. */
export type IdentifierProblem =
  | { readonly kind: 'empty'; readonly scheme: IdentifierScheme }
  /** `looksLike`: the one other register whose numbers have this form, if there is exactly one. */
  | { readonly kind: 'shape'; readonly scheme: IdentifierScheme; readonly looksLike: IdentifierScheme | null }
  | { readonly kind: 'unusualShape'; readonly scheme: IdentifierScheme }
  | { readonly kind: 'unknownPrefix'; readonly scheme: IdentifierScheme; readonly prefix: string }
  | { readonly kind: 'checkDigits'; readonly scheme: IdentifierScheme }
  | { readonly kind: 'linkedCharity'; readonly scheme: IdentifierScheme };

/**
 * A number in its register's own form (upper case, no spaces, Companies House numbers padded to 8), or why not.
 * A form that no authority has confirmed is doubted, never refused. Nothing here says that the number was issued.
 */
export function checkIdentifier(scheme: IdentifierScheme, typed: string): Check<IdentifierProblem> {
  const text = compact(scheme, typed);
  if (text === '') return { verdict: 'invalid', problem: { kind: 'empty', scheme } };
  return (
    readers[scheme](text) ?? { verdict: 'invalid', problem: { kind: 'shape', scheme, looksLike: onlyMatch(text) } }
  );
}

/** What to tell a person about a number that is refused or doubted. */
export function identifierProblemSentence(problem: IdentifierProblem): string {
  const { label, register, example } = identifierSchemes[problem.scheme];
  switch (problem.kind) {
    case 'empty':
      return `Type the number, such as ${example}.`;
    case 'shape':
      return problem.looksLike === null
        ? `${label}: this is not how a number of this register is written. An example of the form: ${example}.`
        : `${label}: this looks like another number (${identifierSchemes[problem.looksLike].label}). A number of this register is written like ${example}.`;
    case 'unusualShape':
      return `${label}: this is not the usual form (${example}). Check it against ${register}.`;
    case 'unknownPrefix':
      return `${label}: ${problem.prefix} is not a prefix that ${register} is known to use. Check it there.`;
    case 'checkDigits':
      return `${label}: the last two digits do not fit the others, so a digit is probably mistyped.`;
    case 'linkedCharity':
      return `${label}: this is a linked charity. Check whether the main charity is the one that would contract.`;
    default:
      return unreachable(problem);
  }
}

function compact(scheme: IdentifierScheme, typed: string): string {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/[\s.\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/\p{Pd}/gu, '-')
    .toUpperCase();
  return text.startsWith(`${scheme}-`) ? text.slice(scheme.length + 1) : text;
}

type Reading = Exclude<Check<IdentifierProblem>, { verdict: 'invalid' }>;

function valid(value: string): Reading {
  return { verdict: 'valid', value };
}

function unusual(value: string, doubt: IdentifierProblem): Reading {
  return { verdict: 'unusual', value, doubt };
}

function onlyMatch(text: string): IdentifierScheme | null {
  const matches = keysOf(identifierSchemes).filter((scheme) => readers[scheme](text)?.verdict === 'valid');
  return matches.length === 1 ? (matches[0] ?? null) : null;
}

/** How each register's numbers are read, from text without spaces in capitals; `null` for what cannot be one. */
const readers: Readonly<Record<IdentifierScheme, (text: string) => Reading | null>> = {
  'GB-PPON': readPpon,
  'GB-COH': readCompanyNumber,
  'GB-CHC': readCharityNumber,
  'GB-SC': (text) => prefixed('SC', text),
  'GB-NIC': (text) => prefixed('NIC', text),
  'GB-MPR': (text) => usually('GB-MPR', /^(?:(?:IP|SP|NP|RS)\d{5,6}|\d{1,5})[A-Z]?$/, text),
  VAT: readVatNumber,
  ICO: (text) => usually('ICO', /^Z[A-Z0-9]{7}$/, text),
  'GB-UKPRN': readUkprn,
  'GB-NHS': (text) => usually('GB-NHS', /^[A-Z0-9]{3,6}$/, text),
};

/** Four letters, four digits, four letters in all of 360 numbers seen in notices of August 2026. */
function readPpon(text: string): Reading | null {
  const groups = /^([A-Z0-9]{4})-?([A-Z0-9]{4})-?([A-Z0-9]{4})$/.exec(text)?.slice(1);
  if (groups === undefined) return null;
  const number = groups.join('-');
  return /^[A-Z]{4}-\d{4}-[A-Z]{4}$/.test(number)
    ? valid(number)
    : unusual(number, { kind: 'unusualShape', scheme: 'GB-PPON' });
}

/**
 * The prefixes of the Companies House guide to its identifiers, with BR (UK establishments of overseas companies), CE and CS
 * (charitable incorporated organisations).
 */
const companyPrefixes = new Set(
  (
    'AC BR CE CS EN ES FC FE GE GN GS IC IP LP NA NC NF NI NL NO NP NR NV NZ OC OE PC RC RS ' +
    'SA SC SE SF SG SI SL SO SP SR SZ ZC'
  ).split(' '),
);

/**
 * Eight characters: digits, two letters and six digits, R and seven digits (old Northern Ireland companies), or for societies
 * registered with the FCA two letters, digits and one or two letters (IP12345R, SP1234RS). The register holds other forms
 * too (IP000CUS), so that any eight letters and digits with a digit among them are kept and doubted.
 */
function readCompanyNumber(text: string): Reading | null {
  if (/^\d{1,8}$/.test(text)) return Number(text) === 0 ? null : valid(text.padStart(8, '0'));
  if (/^R\d{7}$|^(?:IP|NP|RS|SP)\d{4}RS$/.test(text)) return valid(text);
  const [, prefix, digits, suffix] = /^([A-Z]{2})(\d{1,6})([A-Z]?)$/.exec(text) ?? [];
  if (prefix === undefined || digits === undefined || suffix === undefined || (suffix !== '' && digits.length === 6)) {
    const isPossible = /^(?=.*\d)[A-Z0-9]{8}$/.test(text);
    return isPossible ? unusual(text, { kind: 'unusualShape', scheme: 'GB-COH' }) : null;
  }
  const number = prefix + digits.padStart(6 - suffix.length, '0') + suffix;
  return companyPrefixes.has(prefix)
    ? valid(number)
    : unusual(number, { kind: 'unknownPrefix', scheme: 'GB-COH', prefix });
}

/** Six or seven digits; a charity linked to another carries the number of the main one and a suffix. */
function readCharityNumber(text: string): Reading | null {
  const scheme = 'GB-CHC';
  const number = /^(\d+)(?:-(\d{1,3}))?$/.exec(text);
  if (number === null) return null;
  if (number[2] !== undefined) return unusual(text, { kind: 'linkedCharity', scheme });
  return text.length === 6 || text.length === 7 ? valid(text) : unusual(text, { kind: 'unusualShape', scheme });
}

function prefixed(prefix: 'SC' | 'NIC', text: string): Reading | null {
  const digits = text.startsWith(prefix) ? text.slice(prefix.length) : text;
  return /^\d{1,6}$/.test(digits) ? valid(prefix + digits.padStart(6, '0')) : null;
}

/** Eight digits, beginning with 1 in every number seen. */
function readUkprn(text: string): Reading | null {
  if (!/^\d{8}$/.test(text)) return null;
  return text.startsWith('1') ? valid(text) : unusual(text, { kind: 'unusualShape', scheme: 'GB-UKPRN' });
}

/**
 * `GB` and nine digits, twelve for a branch, or GD or HA and three digits for government and health bodies. `XI` is the prefix
 * of the same numbers in Northern Ireland's trade with the EU. The number of another country, which an overseas member may
 * give, is doubted.
 */
function readVatNumber(text: string): Reading | null {
  const [, country = '', number = ''] = /^(GB|XI)?(.*)$/.exec(text.replaceAll('-', '')) ?? [];
  const whole = `${country || 'GB'}${number}`;
  if (/^(?:GD[0-4]|HA[5-9])\d{2}$/.test(number)) return valid(whole);
  if (/^(?:\d{9}|\d{12})$/.test(number)) {
    return vatDigitsFit(number) ? valid(whole) : unusual(whole, { kind: 'checkDigits', scheme: 'VAT' });
  }
  const isForeign = country === '' && /^(?!GD|HA)[A-Z]{2}(?=.*\d{5})[A-Z0-9]{7,13}$/.test(number);
  return isForeign ? unusual(number, { kind: 'unusualShape', scheme: 'VAT' }) : null;
}

/** HMRC's two check-digit rules, "97" and, for newer numbers, "9755": weights 8 to 2, then the last two digits as one number. */
function vatDigitsFit(number: string): boolean {
  let sum = Number(number.slice(7, 9));
  for (let place = 0; place < 7; place += 1) sum += Number(number.charAt(place)) * (8 - place);
  return sum % 97 === 0 || (sum + 55) % 97 === 0;
}

function usually(scheme: IdentifierScheme, form: RegExp, text: string): Reading | null {
  if (form.test(text)) return valid(text);
  return /^[A-Z0-9-]{1,20}$/.test(text) ? unusual(text, { kind: 'unusualShape', scheme }) : null;
}
