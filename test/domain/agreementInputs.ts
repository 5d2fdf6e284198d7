import type { AgreementInput } from '../../shared/domain/agreement/agreementFacts.ts';
import { agreementChoices, type AgreementOptions } from '../../shared/domain/agreement/agreementOptions.ts';
import type { Tender } from '../../shared/domain/tender/tender.ts';
import type { BidMember, Structure } from '../../shared/domain/bid/bid.ts';
import { keysOf } from '../../shared/domain/basics/keysOf.ts';
import { tableOf } from '../../shared/domain/basics/tableOf.ts';
import { type Share, splitPence } from '../../shared/domain/bid/shares.ts';
import { decided, input, kestrel, tender } from './kestrelRow.ts';

/** The answers that fit each structure. */
export const fitting: Readonly<Record<Structure, Partial<AgreementOptions>>> = {
  primeSub: { liabilityToBuyer: 'leadOnly' },
  managingAgent: { liabilityToBuyer: 'leadOnly' },
  unincorporated: { liabilityToBuyer: 'jointAndSeveral' },
  spv: { liabilityToBuyer: 'vehicle' },
};

/** The invented bid in a structure, with some answers and facts of the tender different. */
export function of(
  structure: Structure,
  options: Partial<AgreementOptions> = {},
  rest: Partial<Tender> = {},
): AgreementInput {
  const agreement = { ...decided, ...fitting[structure], ...options };
  return { ...input, tender: { ...tender, ...rest }, bid: { ...input.bid, structure, agreement } };
}

const laws = keysOf(agreementChoices.law.answers);

/** Four sets of answers between which every answer to every question is given. */
const answerSets = [0, 1, 2, 3] as const;

export interface Kind {
  readonly structure: Structure;
  readonly law: AgreementOptions['law'];
  readonly members: number;
  readonly lots: number;
  readonly answers: (typeof answerSets)[number];
}

export function nameOfKind({ structure, law, members, lots, answers }: Kind): string {
  return `${structure}, ${law}, ${members} members, ${lots} lots, answers ${answers}`;
}

/** Every structure under every law, with few and many members and lots, and with every answer. */
export function everyKind(): readonly Kind[] {
  return keysOf(fitting).flatMap((structure) =>
    laws.flatMap((law) =>
      [2, 3, 5, 20].flatMap((members) =>
        [1, 3].flatMap((lots) => answerSets.map((answers): Kind => ({ structure, law, members, lots, answers }))),
      ),
    ),
  );
}

/** A bid of this kind with nothing left open, made out of the invented one. */
export function inputOfKind(kind: Kind): AgreementInput {
  const { structure, members, lots, answers } = kind;
  const [first] = tender.lots;
  if (first === undefined) throw new Error('the test tender has lots');
  const lotIds = Array.from({ length: lots }, (_, index) => `lot-${index + 1}`);
  const organisations = Array.from({ length: members }, (_, index) => ({
    ...kestrel,
    id: `member-${index}`,
    name: `Larkhill ${index + 1} CIC`,
  }));
  const parts = splitPence(
    10_000,
    organisations.map((_, index) => index + 1),
  );
  const shares = organisations.map(({ id }, index): Share => ({ organisationId: id, basisPoints: parts[index] ?? 0 }));
  const feeBasisPoints = answers % 2 === 0 ? 500 : 0;
  return {
    tender: {
      ...tender,
      regime: answers === 3 ? 'legacy' : 'pa2023',
      lots: lotIds.map((id, index) => ({ ...first, id, number: String(index + 1), title: `Parks ${index + 1}` })),
    },
    organisations,
    bid: {
      ...input.bid,
      structure,
      lotIds,
      shareBase: feeBasisPoints > 0 ? 'netPrice' : 'price',
      members: shares.map(({ organisationId, basisPoints }, index): BidMember => ({
        organisationId,
        role: index === 0 ? 'lead' : 'member',
        responsibilities: 'Grass cutting, planting and repairs',
        shares: lotIds.map((lotId) => ({ lotId, basisPoints })),
        signatories: [],
      })),
      conditions: [],
      questions: input.bid.questions.map((question, index) =>
        Object.assign({}, question, { ownerOrganisationId: `member-${index % members}` }),
      ),
      agreement: {
        ...answersOf(kind),
        feeBasisPoints,
        nonSolicitationMonths: answers % 2 === 0 ? 6 : 0,
        annualPrices: Object.fromEntries(lotIds.map((id) => [id, 37_800_000])),
      },
    },
  };
}

/** The answers at one place of every question, put right where two would contradict each other. */
function answersOf({ structure, law, members, answers }: Kind): AgreementOptions {
  const chosen = tableOf(keysOf(agreementChoices), (key) => {
    const offered = keysOf<string>(agreementChoices[key].answers);
    return offered[answers % offered.length];
  });
  const voting = members === 2 ? 'unanimity' : chosen.voting;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each answer is one that its question offers
  return {
    ...decided,
    ...chosen,
    ...fitting[structure],
    law,
    execution: law === 'scotland' ? 'simple' : chosen.execution,
    contribution: chosen.contribution === 'none' ? 'faultThenShare' : chosen.contribution,
    liabilityToBuyer:
      structure === 'unincorporated' && answers % 2 === 1 ? 'several' : fitting[structure].liabilityToBuyer,
    voting,
    veto: voting === 'unanimity' || members === 2 ? 'none' : chosen.veto,
  } as AgreementOptions;
}
