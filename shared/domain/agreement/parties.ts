import type { BidMember } from '../bid/bid.ts';
import { lacksLegalPersonality, registersOf, type LegalForm } from '../organisation/legalForm.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { fillText, type Filled, type Slot, type Slots } from './fillText.ts';

/** A party with its record. */
export interface Party {
  readonly member: BidMember;
  readonly organisation: Organisation;
}

/** How each form is named in the parties clause, with its register; `{name}` and the others are slots. */
const descriptions: Readonly<Record<LegalForm, string>> = {
  cicGuarantee: '{name}, a community interest company limited by guarantee, {company}',
  cicShares: '{name}, a community interest company limited by shares, {company}',
  clg: '{name}, a company limited by guarantee, {company}',
  ltd: '{name}, a private company limited by shares, {company}',
  plc: '{name}, a public limited company, {company}',
  llp: '{name}, a limited liability partnership, {company}',
  cio: '{name}, a charitable incorporated organisation registered in England and Wales with charity number {number}, {principal}',
  scio: '{name}, a Scottish charitable incorporated organisation with charity number {number}, {principal}',
  communityBenefitSociety: '{name}, a community benefit society {society}',
  cooperativeSociety: '{name}, a co-operative society {society}',
  registeredSociety: '{name}, a society {society}',
  charitableTrust: '{people}, as the trustees of {name}, a charitable trust, {principal}',
  unincorporatedAssociation:
    '{people}, for themselves and as the trustees or committee members of {name}, an unincorporated association, {principal}',
  partnership: '{people}, the partners in {name}, {principal}',
  soleTrader: '{name}, {trading} of {office}',
  publicBody: '{name}, a public body, {principal}',
};

/** Phrases that several descriptions share; they hold slots themselves. */
const phrases = {
  company: 'registered in {nation} with company number {number}, whose registered office is at {office}',
  society: 'registered under {societyAct} with number {number}, whose registered office is at {office}',
  principal: 'whose principal office is at {office}',
};

/**
 * A party as it is registered: name, form, register number and office; for bodies that are not persons in law, the people
 * who are the parties instead. Where the legal form is not known there is nothing right to say, and the form stays open.
 */
export function describeParty(party: Party): Filled {
  const { legalForm } = party.organisation;
  const pattern = legalForm === 'unknown' ? '{name}, {form}, of {office}' : descriptions[legalForm];
  const whole = pattern.replaceAll(
    /\{(company|society|principal)\}/g,
    (_, phrase: keyof typeof phrases) => phrases[phrase],
  );
  return fillText(whole + charityNumber(party.organisation), partySlots(party));
}

/** The number in the register that made the body, as the register writes it; `null` where it is not recorded. */
function registerNumber({ legalForm, identifiers }: Organisation): string | null {
  const registers = legalForm === 'unknown' ? [] : registersOf(legalForm);
  for (const register of registers) {
    const found = identifiers.find(({ scheme }) => scheme === register);
    if (found !== undefined) return found.id;
  }
  return null;
}

/** The registered or principal office on one line, `null` where the address is not recorded. */
export function officeOf({ sites }: Organisation): string | null {
  const office = sites.find(({ registeredOffice }) => registeredOffice);
  if (office === undefined || office.address.trim() === '') return null;
  const lines = `${office.address}\n${office.postcode}`.split(/\s*[\n,]\s*/).filter((line) => line.trim() !== '');
  return lines.join(', ');
}

/** The people who sign, joined for a sentence; `null` where nobody is named. */
function peopleOf({ signatories }: BidMember): string | null {
  const names = signatories.map((name) => name.trim()).filter((name) => name !== '');
  if (names.length < 2) return names[0] ?? null;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function partySlots({ member, organisation }: Party): Slots {
  const { id, name, tradingName, legalForm } = organisation;
  const each = (text: string | null, placeholder: string, field: 'identifiers' | 'sites' | 'legalForm'): Slot => ({
    text,
    placeholder,
    question: `${capital(placeholder)} of ${name} is missing.`,
    mend: { record: 'organisation', organisationId: id, field },
  });
  const number = registerNumber(organisation);
  const unincorporated = legalForm !== 'unknown' && lacksLegalPersonality(legalForm);
  return {
    name: each(unincorporated ? name : name.toLocaleUpperCase('en-GB'), 'name', 'identifiers'),
    form: each(null, 'legal form', 'legalForm'),
    number: each(number, 'register number', 'identifiers'),
    nation: each(number === null ? null : companyNation(number), 'the nation of registration', 'identifiers'),
    societyAct: each(societyAct(number), 'Act', 'identifiers'),
    office: each(
      officeOf(organisation),
      legalForm === 'soleTrader' ? 'address' : 'registered or principal office',
      'sites',
    ),
    trading: each(tradingName.trim() === '' ? 'a sole trader' : `trading as ${tradingName.trim()},`, '', 'legalForm'),
    people: {
      text: peopleOf(member),
      placeholder: 'names of all trustees or committee members',
      question: `Who are all the trustees or committee members of ${name}? They are the parties, and are personally liable.`,
      mend: { record: 'member', organisationId: id, field: 'signatories' },
    },
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where a company is registered shows in the prefix of its number (Companies House guide to identifiers). */
function companyNation(number: string): string {
  if (/^S[A-Z]/.test(number)) return 'Scotland';
  return /^(?:N|R)/.test(number) ? 'Northern Ireland' : 'England and Wales';
}

function societyAct(number: string | null): string {
  return number !== null && number.startsWith('N')
    ? 'the Co-operative and Community Benefit Societies Act (Northern Ireland) 1969'
    : 'the Co-operative and Community Benefit Societies Act 2014';
}

/** A company or society that is also a charity says so, as charity law asks of its documents (Charities Act 2011 s.194). */
function charityNumber({ legalForm, identifiers }: Organisation): string {
  if (legalForm === 'cio' || legalForm === 'scio') return '';
  const charity = identifiers.find(({ scheme }) => scheme === 'GB-CHC' || scheme === 'GB-SC' || scheme === 'GB-NIC');
  return charity === undefined ? '' : `, a registered charity with number ${charity.id}`;
}
