import type { AuthorityKind, Buyer, MainCategory, SpecialRegime, TenderValue } from '../../domain/tender/tender.ts';
import type { Ternary } from '../../domain/organisation/organisation.ts';
import { at, each, type Field, remark, ternary, text, texts } from './fields.ts';
import { hasValue, noValue, readValue } from './mapMoney.ts';

/** The parts of a release that may say what kind of notice it is, in the order of a procurement. */
function stages(release: Field): readonly Field[] {
  return [
    at(release, 'planning'),
    at(release, 'tender'),
    ...each(at(release, 'awards')),
    ...each(at(release, 'contracts')),
  ];
}

/** `UK1` to `UK17`: the document that is the notice itself says so; a release also lists earlier notices. */
export function readNoticeType(release: Field, releaseId: string): string | null {
  const notices = stages(release)
    .flatMap((stage) => each(at(stage, 'documents')))
    .map((document) => ({ id: text(at(document, 'id')), type: text(at(document, 'noticeType')) }))
    .filter(({ type }) => type !== '');
  return (notices.find(({ id }) => id === releaseId) ?? notices.at(-1))?.type ?? null;
}

/** The buyer's name, for which the parties are only looked through where the release does not say it outright. */
export function readBuyerName(release: Field): string {
  const name = text(at(release, 'buyer', 'name'));
  return name === '' ? findBuyer(release).name : name;
}

/** The buyer by name, and the party that it is: of its id, or else with its role. */
function findBuyer(release: Field): { readonly name: string; readonly party: Field | undefined } {
  const buyer = at(release, 'buyer');
  const id = text(at(buyer, 'id'));
  const parties = each(at(release, 'parties')).map((party) => ({
    party,
    id: text(at(party, 'id')),
    roles: texts(at(party, 'roles')),
  }));
  const buyers = parties.filter(({ roles }) => roles.includes('buyer'));
  if (buyers.length > 1) {
    const names = buyers.map(({ party }) => text(at(party, 'name'))).join('; ');
    remark(at(release, 'parties'), `There are ${buyers.length} buyers: ${names}. The first named is taken.`);
  }
  const party = (parties.find((each) => id !== '' && each.id === id) ?? buyers[0])?.party;
  const name = text(at(buyer, 'name'));
  if (party === undefined && name === '') remark(buyer, 'The notice names no buyer.');
  return { name: name === '' && party !== undefined ? text(at(party, 'name')) : name, party };
}

export function readBuyer(release: Field): Buyer {
  const { name, party } = findBuyer(release);
  if (party === undefined) return { name, identifiers: [], address: '', authority: 'unknown' };
  const identifiers = [at(party, 'identifier'), ...each(at(party, 'additionalIdentifiers'))]
    .map((identifier) => ({ scheme: text(at(identifier, 'scheme')), id: text(at(identifier, 'id')) }))
    .filter((identifier) => identifier.id !== '');
  const lines = ['streetAddress', 'locality', 'postalCode', 'countryName'].map((key) =>
    text(at(party, 'address', key)),
  );
  return {
    name,
    identifiers,
    address: [...new Set(lines)].filter((line) => line !== '').join(', '),
    authority: readAuthority(party),
  };
}

const authorities: Readonly<Record<string, AuthorityKind>> = {
  publicAuthorityCentralGovernment: 'central',
  publicAuthoritySubCentralGovernment: 'subCentral',
  publicUndertaking: 'utility',
  privateUtility: 'utility',
};

/** Whether the buyer is a utility that is no public body, which the Act leaves freer (Procurement Act 2023 s.51(3)(c), s.52(6)). */
export function isPrivateUtility(release: Field): boolean {
  const { party } = findBuyer(release);
  return party !== undefined && classificationsOf(party).includes('privateUtility');
}

function classificationsOf(party: Field): readonly string[] {
  return each(at(party, 'details', 'classifications'))
    .filter((classification) => text(at(classification, 'scheme')) === 'UK_CA_TYPE')
    .map((classification) => text(at(classification, 'id')));
}

function readAuthority(party: Field): AuthorityKind {
  const kinds = classificationsOf(party).map((id) => authorities[id]);
  return kinds.find((kind) => kind !== undefined) ?? 'unknown';
}

const regimes: Readonly<Record<string, SpecialRegime>> = {
  lightTouch: 'lightTouch',
  concession: 'concession',
  utilities: 'utilities',
  defence: 'defence',
  defenceSecurity: 'defence',
};

/** The European directives that have rules of their own, by their numbers. */
const directives: Readonly<Record<string, SpecialRegime>> = {
  '32014L0023': 'concession',
  '32014L0025': 'utilities',
  '32009L0081': 'defence',
};

export function readSpecialRegimes(release: Field): readonly SpecialRegime[] {
  const found = new Set<SpecialRegime>();
  const directive = directives[text(at(release, 'tender', 'legalBasis', 'id'))];
  if (directive !== undefined) found.add(directive);
  for (const field of each(at(release, 'tender', 'specialRegime'))) {
    const given = text(field);
    const regime = regimes[given];
    if (regime === undefined) remark(field, `The special regime “${given}” is not one Muster knows.`);
    else found.add(regime);
  }
  return [...found];
}

const categories = ['goods', 'services', 'works'] as const;

export function readCategory(release: Field): MainCategory {
  const given = [at(release, 'tender'), ...each(at(release, 'awards'))].map((stage) =>
    text(at(stage, 'mainProcurementCategory')),
  );
  return categories.find((category) => category === given.find((each) => each !== '')) ?? 'unknown';
}

/** Tender notices say it of the tender, later notices of every award or contract. */
export function readAboveThreshold(release: Field): Ternary {
  const given = stages(release)
    .map((stage) => ternary(at(stage, 'aboveThreshold')))
    .filter((answer) => answer !== 'unknown');
  return given.every((answer) => answer === given[0]) ? (given[0] ?? 'unknown') : 'unknown';
}

export function readElectronicSubmission(release: Field): Ternary {
  const policy = text(at(release, 'tender', 'submissionTerms', 'electronicSubmissionPolicy'));
  if (policy === 'allowed' || policy === 'required') return 'yes';
  if (policy === 'notAllowed') return 'no';
  return texts(at(release, 'tender', 'submissionMethod')).includes('electronicSubmission') ? 'yes' : 'unknown';
}

/** The tender's value; of notices after the tender that of the only award or contract. */
export function readReleaseValue(release: Field): TenderValue {
  const tender = readValue(at(release, 'tender', 'value'));
  if (hasValue(tender)) return tender;
  for (const key of ['awards', 'contracts'] as const) {
    const [only, ...others] = each(at(release, key));
    if (only === undefined || others.length > 0) continue;
    const value = readValue(at(only, 'value'));
    if (!hasValue(value)) continue;
    remark(at(only, 'value'), `The value is that of the ${key === 'awards' ? 'award' : 'contract'}.`);
    return value;
  }
  return { ...noValue, currency: tender.currency };
}
