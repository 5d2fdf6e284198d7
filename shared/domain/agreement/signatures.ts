import type { Signature } from '../document/document.ts';
import type { LegalForm } from '../organisation/legalForm.ts';
import { agreementChoices, type AgreementOptions } from './agreementOptions.ts';
import { fillText, type Slot } from './fillText.ts';
import { isScottishFirm, type Party, soleTraderOf } from './parties.ts';

/** Who signs a deed for a form, and the offices that stand under the lines. */
interface Signers {
  readonly by: string;
  readonly offices: readonly string[];
}

const directors: Signers = {
  by: 'acting by two directors, by a director and its secretary, or by one director in the presence of a witness',
  offices: ['Director', 'Director, secretary or witness'],
};
const societyOfficers: Signers = {
  by: 'acting by a member of its committee and its secretary, or by two members of its committee',
  offices: ['Committee member', 'Secretary or committee member'],
};
const trustees: Signers = {
  by: 'acting by two of its charity trustees',
  offices: ['Charity trustee', 'Charity trustee'],
};
const inPerson: Signers = { by: 'in the presence of a witness', offices: ['Signature', 'Witness'] };

/**
 * Who executes a deed for each form in England and Wales and in Northern Ireland: companies by Companies Act 2006 s.44,
 * limited liability partnerships by the same section as applied to them, charitable incorporated organisations by Charities
 * Act 2011 s.260, societies by Co-operative and Community Benefit Societies Act 2014 s.53. A council's deed carries its
 * common seal, which has words of its own.
 */
const deedSigners: Readonly<Record<Exclude<LegalForm, 'publicBody'>, Signers>> = {
  cicGuarantee: directors,
  cicShares: directors,
  clg: directors,
  ltd: directors,
  plc: directors,
  llp: {
    by: 'acting by two members, or by one member in the presence of a witness',
    offices: ['Member of the LLP', 'Member of the LLP or witness'],
  },
  cio: trustees,
  scio: trustees,
  communityBenefitSociety: societyOfficers,
  cooperativeSociety: societyOfficers,
  registeredSociety: societyOfficers,
  charitableTrust: inPerson,
  unincorporatedAssociation: inPerson,
  partnership: inPerson,
  soleTrader: inPerson,
};

const firm: Signers = {
  by: 'acting by one of those who carry on the firm and may sign for it, in the presence of a witness',
  offices: ['Authorised to sign for the firm', 'Witness'],
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
  partnership: 'Authorised to sign for the firm',
  soleTrader: 'Signature',
  publicBody: 'Proper officer or authorised signatory',
};

const peopleForms: ReadonlySet<LegalForm> = new Set([
  'charitableTrust',
  'unincorporatedAssociation',
  'partnership',
  'soleTrader',
]);

/** The places where one party signs; a body that is not a person in law has one for each of its people. */
export function signaturesOf(
  party: Party,
  { law, execution }: Pick<AgreementOptions, 'law' | 'execution'>,
): { readonly signatures: readonly Signature[]; readonly open: readonly Slot[] } {
  const { member, organisation } = party;
  const { legalForm, name } = organisation;
  if (legalForm === 'unknown' || law === null || (law !== 'scotland' && execution === null)) {
    const unsettled = law === null ? 'law' : 'execution';
    const { placeholder, question } = agreementChoices[unsettled];
    const slot: Slot = { text: null, placeholder, question, mend: { record: 'agreement', field: unsettled } };
    const { content, open } = fillText(`Signed by ${name} {unsettled}`, { unsettled: slot });
    return { signatures: [{ kind: 'signature', words: content, lines: ['Signature', 'Name'] }], open };
  }
  const people = peopleForms.has(legalForm) && !isScottishFirm(organisation) ? peopleWhoSign(party) : [null];
  const signatures = people.map((person) => {
    const signer: Signer = { name, form: legalForm, person, first: person ?? member.signatories[0] };
    if (law === 'scotland') return subscription(signer);
    if (execution === 'simple') return signed(signer);
    if (legalForm === 'publicBody') return sealed(signer);
    const signers = isScottishFirm(organisation) ? firm : deedSigners[legalForm];
    return executed(signer, signers, member.signatories);
  });
  return { signatures, open: [] };
}

/** Who signs in one place: a person for a body that is not one in law, otherwise the body. */
interface Signer {
  readonly name: string;
  readonly form: LegalForm;
  readonly person: string | null;
  /** The name that stands under the first line, where it is known. */
  readonly first: string | undefined;
}

/** At least one place to sign; the names of those who are missing are an open point of the parties clause. */
function peopleWhoSign(party: Party): readonly string[] {
  const { member, organisation } = party;
  if (organisation.legalForm === 'soleTrader') return [soleTraderOf(party) ?? organisation.name];
  return member.signatories.length > 0 ? member.signatories : [`a trustee or member of ${organisation.name}`];
}

/** The person, and for whom: `Ann Bell, of Hollowell Trust`; otherwise the body. */
function who({ name, form, person }: Signer): string {
  if (person === null || person.includes(name)) return person ?? name;
  return `${person}, ${form === 'soleTrader' ? 'trading as' : 'of'} ${name}`;
}

function executed(signer: Signer, { by, offices }: Signers, signatories: readonly string[]): Signature {
  const lines = offices.flatMap((office, index) => {
    const name = index === 0 ? signer.first : signer.person === null ? signatories[index] : undefined;
    const witness = office.toLowerCase().includes('witness') ? ['Address and occupation of witness'] : [];
    return [office, nameLine(name), ...witness];
  });
  return signature(`Executed as a deed by ${who(signer)}, ${by}`, lines);
}

/** A contract that is no deed is signed by anybody whom the body authorises (Companies Act 2006 s.43 and its like). */
function signed(signer: Signer): Signature {
  const words = signer.person === null ? `Signed for and on behalf of ${signer.name}` : `Signed by ${who(signer)}`;
  return signature(words, [signer.person === null ? 'Authorised signatory' : 'Signature', nameLine(signer.first)]);
}

function sealed({ name, first }: Signer): Signature {
  const words = `Executed as a deed by affixing the common seal of ${name} in the presence of its authorised signatory`;
  return signature(words, ['Common seal', 'Authorised signatory who attests the seal', nameLine(first)]);
}

function subscription(signer: Signer): Signature {
  const start =
    signer.person === null ? `Subscribed for and on behalf of ${signer.name}` : `Subscribed by ${who(signer)}`;
  return signature(`${start}, in the presence of the witness named below`, [
    'At (place)',
    'On (date)',
    scottishOffice[signer.form],
    nameLine(signer.first),
    'Witness',
    nameLine(undefined),
    'Address of witness',
  ]);
}

function signature(words: string, lines: readonly string[]): Signature {
  return { kind: 'signature', words: [{ kind: 'text', text: words }], lines };
}

function nameLine(name: string | undefined): string {
  return name === undefined || name.trim() === '' ? 'Full name' : `Full name: ${name.trim()}`;
}
