import type { Signature } from '../document/document.ts';
import type { LegalForm } from '../organisation/legalForm.ts';
import { agreementChoices, type AgreementOptions } from './agreementOptions.ts';
import { fillText, type Slot } from './fillText.ts';
import type { Party } from './parties.ts';

/** Who signs for a form, and the offices that stand under the lines. */
interface Signers {
  readonly by: string;
  readonly offices: readonly string[];
}

const twoDirectors: Signers = {
  by: 'acting by two directors, or by one director in the presence of a witness',
  offices: ['Director', 'Director or witness'],
};
const societyOfficers: Signers = {
  by: 'acting by a member of its committee and its secretary, or by two members of its committee',
  offices: ['Committee member', 'Secretary or committee member'],
};
const inPerson: Signers = { by: 'in the presence of a witness', offices: ['Signature', 'Witness'] };

/**
 * Who executes for each form in England and Wales and in Northern Ireland: companies by Companies Act 2006 s.44, limited
 * liability partnerships by the same section as applied to them, charitable incorporated organisations by Charities Act 2011
 * s.260, societies by Co-operative and Community Benefit Societies Act 2014 s.53.
 */
const signersByForm: Readonly<Record<LegalForm, Signers>> = {
  cicGuarantee: twoDirectors,
  cicShares: twoDirectors,
  clg: twoDirectors,
  ltd: twoDirectors,
  plc: twoDirectors,
  llp: {
    by: 'acting by two members, or by one member in the presence of a witness',
    offices: ['Member of the LLP', 'Member of the LLP or witness'],
  },
  cio: { by: 'acting by two of its charity trustees', offices: ['Charity trustee', 'Charity trustee'] },
  scio: { by: 'acting by two of its charity trustees', offices: ['Charity trustee', 'Charity trustee'] },
  communityBenefitSociety: societyOfficers,
  cooperativeSociety: societyOfficers,
  registeredSociety: societyOfficers,
  charitableTrust: inPerson,
  unincorporatedAssociation: inPerson,
  partnership: inPerson,
  soleTrader: inPerson,
  publicBody: { by: 'acting by two authorised signatories', offices: ['Authorised signatory', 'Authorised signatory'] },
};

/** Who may subscribe for each form under the Requirements of Writing (Scotland) Act 1995 s.3 and Schedule 2. */
const scottishOffice: Readonly<Record<LegalForm, string>> = {
  cicGuarantee: 'Director, secretary or authorised signatory',
  cicShares: 'Director, secretary or authorised signatory',
  clg: 'Director, secretary or authorised signatory',
  ltd: 'Director, secretary or authorised signatory',
  plc: 'Director, secretary or authorised signatory',
  llp: 'Member of the LLP',
  cio: 'Charity trustee or authorised signatory',
  scio: 'Charity trustee or authorised signatory',
  communityBenefitSociety: 'Committee member, secretary or authorised signatory',
  cooperativeSociety: 'Committee member, secretary or authorised signatory',
  registeredSociety: 'Committee member, secretary or authorised signatory',
  charitableTrust: 'Trustee',
  unincorporatedAssociation: 'Trustee or committee member',
  partnership: 'Partner',
  soleTrader: 'Signature',
  publicBody: 'Authorised signatory',
};

const peopleForms: ReadonlySet<LegalForm> = new Set([
  'charitableTrust',
  'unincorporatedAssociation',
  'partnership',
  'soleTrader',
]);

/** The places where one party signs; a body that is not a person in law has one for each of its people. */
export function signaturesOf(
  { member, organisation }: Party,
  { law, execution }: Pick<AgreementOptions, 'law' | 'execution'>,
): { readonly signatures: readonly Signature[]; readonly open: readonly Slot[] } {
  const { legalForm } = organisation;
  if (legalForm === 'unknown' || law === null || (law !== 'scotland' && execution === null)) {
    const unsettled = law === null ? 'law' : 'execution';
    const { placeholder, question } = agreementChoices[unsettled];
    const slot: Slot = { text: null, placeholder, question, mend: { record: 'agreement', field: unsettled } };
    const { content, open } = fillText(`Signed by ${organisation.name} {unsettled}`, { unsettled: slot });
    return { signatures: [{ kind: 'signature', words: content, lines: ['Signature', 'Name'] }], open };
  }
  const people = peopleForms.has(legalForm) ? peopleWhoSign(member.signatories, organisation.name, legalForm) : [null];
  const signatures = people.map((person) =>
    law === 'scotland'
      ? subscription(organisation.name, legalForm, person, member.signatories)
      : executed(organisation.name, legalForm, person, member.signatories, execution === 'deed'),
  );
  return { signatures, open: [] };
}

/** At least one place to sign; the names of those who are missing are an open point of the parties clause. */
function peopleWhoSign(signatories: readonly string[], name: string, form: LegalForm): readonly string[] {
  if (signatories.length > 0) return signatories;
  return [form === 'soleTrader' ? name : `a trustee or member of ${name}`];
}

function executed(
  name: string,
  form: LegalForm,
  person: string | null,
  signatories: readonly string[],
  deed: boolean,
): Signature {
  const { by, offices } = signersByForm[form];
  const who =
    person === null ? name : form === 'soleTrader' || person.includes(name) ? person : `${person}, of ${name},`;
  const start = deed ? `Executed as a deed by ${who}` : `Signed by ${who}`;
  const lines: string[] = [];
  for (const [index, office] of offices.entries()) {
    lines.push(
      office,
      nameLine(index === 0 ? (person ?? signatories[0]) : person === null ? signatories[index] : undefined),
    );
    if (office.toLowerCase().includes('witness')) lines.push('Address and occupation of witness');
  }
  return { kind: 'signature', words: [{ kind: 'text', text: `${start} ${by}` }], lines };
}

function subscription(name: string, form: LegalForm, person: string | null, signatories: readonly string[]): Signature {
  const of = person === null || form === 'soleTrader' || person.includes(name) ? '' : `, of ${name}`;
  const start = person === null ? `Subscribed for and on behalf of ${name}` : `Subscribed by ${person}${of}`;
  const words = `${start}, in the presence of the witness named below`;
  const lines = [
    'At (place)',
    'On (date)',
    scottishOffice[form],
    nameLine(person ?? signatories[0]),
    'Witness',
    nameLine(undefined),
    'Address of witness',
  ];
  return { kind: 'signature', words: [{ kind: 'text', text: words }], lines };
}

function nameLine(name: string | undefined): string {
  return name === undefined || name.trim() === '' ? 'Full name' : `Full name: ${name.trim()}`;
}
