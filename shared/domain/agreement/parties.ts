import { joinedWords } from '../basics/joinedWords.ts';
import type { BidMember } from '../bid/bid.ts';
import { lacksLegalPersonality, registersOf, type LegalForm } from '../organisation/legalForm.ts';
import { companyNation, nationOf } from '../organisation/nation.ts';
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
  soleTrader: '{person}{trading}, of {office}',
  publicBody: '{name}, a public body, {principal}',
};

/** A firm is a person in law of its own in Scotland (Partnership Act 1890 s.4(2)). */
const scottishFirm = '{name}, a firm established in Scotland, {principal}';

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
  const whole = patternOf(party.organisation).replaceAll(
    /\{(company|society|principal)\}/g,
    (_, phrase: keyof typeof phrases) => phrases[phrase],
  );
  return fillText(whole + charityNumber(party.organisation), partySlots(party));
}

function patternOf(organisation: Organisation): string {
  const { legalForm } = organisation;
  if (legalForm === 'unknown') return '{name}, {form}, of {office}';
  return isScottishFirm(organisation) ? scottishFirm : descriptions[legalForm];
}

export function isScottishFirm(organisation: Organisation): boolean {
  return organisation.legalForm === 'partnership' && nationOf(organisation) === 'Scotland';
}

/**
 * The person who is a sole trader: the one signatory or, where nobody is named and the trade has a name of its own, the
 * legal name. `null` where that cannot be said: nobody, or more than one, is named.
 */
export function soleTraderOf({ member, organisation }: Party): string | null {
  const [first, ...more] = member.signatories.map((name) => name.trim()).filter((name) => name !== '');
  if (more.length > 0) return null;
  return first ?? (organisation.tradingName.trim() === '' ? null : organisation.name);
}

/** Under what name a sole trader trades, where it is another than the person's own. */
function tradeName(party: Party): string | null {
  const { name, tradingName } = party.organisation;
  const trade = tradingName.trim() === '' ? name : tradingName.trim();
  return trade === soleTraderOf(party) ? null : trade;
}

/** A party on the cover: the body or, where it is no person in law, those who are the parties for it. */
export function partyName(party: Party): string {
  const { name, legalForm } = party.organisation;
  if (legalForm === 'soleTrader') {
    const [person, trade] = [soleTraderOf(party), tradeName(party)];
    return person === null || trade === null ? (person ?? name) : `${person}, trading as ${trade}`;
  }
  if (legalForm === 'charitableTrust') return `The trustees of ${name}`;
  if (legalForm === 'unincorporatedAssociation') return `The trustees or committee members of ${name}`;
  return legalForm === 'partnership' && !isScottishFirm(party.organisation) ? `The partners in ${name}` : name;
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
  return names.length === 0 ? null : joinedWords(names);
}

function partySlots(party: Party): Slots {
  const { member, organisation } = party;
  const { id, name, legalForm } = organisation;
  const each = (text: string | null, placeholder: string, field: 'identifiers' | 'sites' | 'legalForm'): Slot => ({
    text,
    placeholder,
    question: `${capital(placeholder)} of ${name} is missing.`,
    mend: { record: 'organisation', organisationId: id, field },
  });
  const number = registerNumber(organisation);
  const unincorporated = lacksLegalPersonality(legalForm, nationOf(organisation));
  const trade = tradeName(party);
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
    trading: each(trade === null ? ', a sole trader' : `, trading as ${trade}`, '', 'legalForm'),
    person: {
      text: soleTraderOf(party)?.toLocaleUpperCase('en-GB') ?? null,
      placeholder: 'name of the sole trader',
      question: `Who is the one person that trades as ${name}? A sole trader signs alone.`,
      mend: { record: 'member', organisationId: id, field: 'signatories' },
    },
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
