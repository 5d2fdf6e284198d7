import { plain, type Block } from '../document/document.ts';
import { versionLine, type DocumentVersion } from '../document/documentVersion.ts';
import type { LocalDate } from '../time/localDate.ts';
import type { AgreementInput } from './agreementFacts.ts';
import { type Party, partyName } from './parties.ts';

/** What a solicitor looks for first: the date, the parties, the procurement, and what this paper is. */
export function agreementCover(
  { tender, bid }: AgreementInput,
  parties: readonly Party[],
  version: DocumentVersion,
  today: LocalDate,
): readonly Block[] {
  // Under Scots law each party dates its own subscription.
  const dated = bid.agreement.law === 'scotland' ? [] : [line('notice', 'DATED ______________________________')];
  return [
    ...dated,
    { kind: 'title', text: 'Consortium agreement' },
    ...parties.map((party, index) => line('cover', `(${index + 1}) ${partyName(party)}`)),
    { kind: 'subtitle', text: `relating to ${tender.title}` },
    ...labelled('Buyer', tender.buyer.name),
    ...labelled('Reference', tender.reference),
    ...labelled('Bidder', bid.name),
    ...(version.kind === 'draft'
      ? [
          line('notice', `${versionLine(version, today)}. Subject to contract.`),
          line(
            'notice',
            'This is a draft and not legal advice. Each member should take advice of its own before it signs.',
          ),
        ]
      : []),
  ];
}

function line(role: 'notice' | 'cover', text: string): Block {
  return { kind: 'paragraph', role, content: plain(text) };
}

function labelled(label: string, text: string): readonly Block[] {
  return text.trim() === '' ? [] : [line('cover', `${label}: ${text}`)];
}
