import { certificateFacts, insuranceFacts } from './coverFacts.ts';
import { checkIdentifier, identifierProblemSentence, identifierSchemes } from './identifier.ts';
import { keysOf } from '../basics/keysOf.ts';
import { areNewerAccountsDue, endedYears, isLaterThan } from './lastAccounts.ts';
import { lacksLegalPersonality, registersOf, type LegalForm } from './legalForm.ts';
import { formatLocalDate, type LocalDate } from '../time/localDate.ts';
import type { MissingFact } from './missingFact.ts';
import { nationOf } from './nation.ts';
import { statusFlags, type Organisation } from './organisation.ts';
import { checkPostcode } from './postcode.ts';

/**
 * What is still missing or doubtful on a day before an organisation can stand in a bid: the core supplier information that
 * every consortium member must give (Procurement Regulations 2024 regs. 6, 9 and 10), the insurances that buyers ask for, and
 * whether it can be a party at all. In the order of the organisation's page. An empty list says only that these facts are there.
 */
export function missingFacts(organisation: Organisation, on: LocalDate): readonly MissingFact[] {
  return [
    ...legalFormFacts(organisation),
    ...identifierFacts(organisation),
    ...siteFacts(organisation),
    ...flagFacts(organisation),
    ...contactFacts(organisation),
    ...turnoverFacts(organisation, on),
    ...insuranceFacts(organisation.insurances, on),
    ...certificateFacts(organisation.certificates, on),
  ];
}

/** Legal form is core supplier information (reg. 9) and decides who signs and who is liable. */
function legalFormFacts(organisation: Organisation): readonly MissingFact[] {
  const { legalForm } = organisation;
  const field = 'legalForm';
  if (legalForm === 'unknown') {
    return [{ kind: 'legalFormUnknown', sentence: 'The legal form is not known: it decides who can sign.', field }];
  }
  if (!lacksLegalPersonality(legalForm, nationOf(organisation))) return [];
  return [{ kind: 'noLegalPersonality', sentence: `${whoIsLiable(legalForm)} ${waysOut}`, field }];
}

const waysOut = 'Incorporate first, or take the work through another member.';

function whoIsLiable(form: LegalForm): string {
  return form === 'partnership'
    ? 'A partnership cannot be a party in its own name, except one that is established in Scotland: the partners sign and are personally liable.'
    : 'It cannot be a party in its own name: its trustees or committee sign and are personally liable.';
}

/** Each member gives a unique identifier, the PPON or a number the platform recognises (regs. 6 and 9). */
function identifierFacts({ identifiers, legalForm }: Organisation): readonly MissingFact[] {
  const field = 'identifiers';
  const facts: MissingFact[] = [];
  const registers = legalForm === 'unknown' ? [] : registersOf(legalForm);
  if (identifiers.length === 0) {
    facts.push({ kind: 'noIdentifier', sentence: 'No number in any public register is recorded.', field });
  } else if (registers[0] !== undefined && !identifiers.some(({ scheme }) => registers.includes(scheme))) {
    const { label, register } = identifierSchemes[registers[0]];
    facts.push({
      kind: 'noRegisterNumber',
      sentence: `${label} is missing. ${register} lists every body of this legal form.`,
      field,
    });
  }
  if (!identifiers.some(({ scheme }) => scheme === 'GB-PPON')) {
    const sentence = 'No PPON is recorded: each member registers on Find a Tender and receives one.';
    facts.push({ kind: 'noPpon', sentence, field });
  }
  for (const { scheme, id } of identifiers) {
    const check = checkIdentifier(scheme, id);
    if (check.verdict === 'valid') continue;
    const problem = check.verdict === 'unusual' ? check.doubt : check.problem;
    facts.push({ kind: 'identifierDoubtful', sentence: identifierProblemSentence(problem), field });
  }
  return facts;
}

/** The registered or principal office is core supplier information (reg. 9). */
function siteFacts({ sites }: Organisation): readonly MissingFact[] {
  const field = 'sites';
  const facts: MissingFact[] = [];
  const offices = sites.filter(({ registeredOffice }) => registeredOffice);
  if (offices.length === 0) {
    facts.push({ kind: 'noRegisteredOffice', sentence: 'No registered or principal office is recorded.', field });
  }
  if (offices.length > 1) {
    const sentence = `${offices.length} sites are marked as registered office; there can be only one.`;
    facts.push({ kind: 'severalRegisteredOffices', sentence, field });
  }
  if (offices.some(({ address, postcode }) => address.trim() === '' || postcode.trim() === '')) {
    const sentence = 'The registered office lacks its address or postcode.';
    facts.push({ kind: 'registeredOfficeIncomplete', sentence, field });
  }
  for (const { postcode } of sites) {
    if (checkPostcode(postcode).verdict === 'valid') continue;
    facts.push({ kind: 'postcodeDoubtful', sentence: `${postcode} is not the form of a UK postcode.`, field });
  }
  return facts;
}

/** The flags are core supplier information (reg. 9), and reserved contracts turn on them (Procurement Act 2023 ss.32-33). */
function flagFacts({ flags }: Organisation): readonly MissingFact[] {
  const unknown = keysOf(statusFlags).filter((flag) => flags[flag] === 'unknown');
  if (unknown.length === 0) return [];
  const sentence = `Yes or no is not known for: ${unknown.map((flag) => statusFlags[flag]).join('; ')}.`;
  return [{ kind: 'flagsUnknown', sentence, field: 'flags' }];
}

/** A contact address is core supplier information (reg. 9); the signatory stands in every agreement. */
function contactFacts({ contacts }: Organisation): readonly MissingFact[] {
  const field = 'contacts';
  const facts: MissingFact[] = [];
  if (!contacts.some(({ name, purposes }) => purposes.includes('signatory') && name.trim() !== '')) {
    facts.push({ kind: 'noSignatory', sentence: 'Nobody is named as signatory.', field });
  }
  if (!contacts.some(({ email }) => email.trim() !== '')) {
    facts.push({ kind: 'noEmail', sentence: 'No contact has an e-mail address.', field });
  }
  return facts;
}

/** The longest that an accounting period may last (Companies Act 2006 s.392(5)). */
const longestPeriodMonths = 18;

/** Accounts or equal information for the last two years (reg. 10), which turnover conditions are judged by. */
function turnoverFacts(organisation: Organisation, on: LocalDate): readonly MissingFact[] {
  const field = 'turnover';
  const [last, before] = endedYears(organisation, on).map(({ yearEnd }) => yearEnd);
  if (last === undefined) {
    return [{ kind: 'turnoverMissing', sentence: 'No turnover is recorded for a finished year.', field }];
  }
  const facts: MissingFact[] = [];
  if (areNewerAccountsDue({ yearEnd: last }, on)) {
    const sentence = `The latest turnover is of the year to ${formatLocalDate(last)}; newer accounts should exist.`;
    facts.push({ kind: 'turnoverOld', sentence, field });
  }
  if (before === undefined || isLaterThan(last, before, longestPeriodMonths)) {
    const sentence = `The turnover of the year before ${formatLocalDate(last)} is missing; buyers ask for two years.`;
    facts.push({ kind: 'turnoverMissing', sentence, field });
  }
  return facts;
}
