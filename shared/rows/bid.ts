import {
  combiningAnswers,
  conditionKinds,
  gates,
  lotOutcomes,
  memberRoles,
  questionStates,
  structures,
} from '../domain/bid/bid.ts';
import { keysOf } from '../domain/basics/keysOf.ts';
import { agreementOptionsSchema } from './agreementOptions.ts';
import { levelSchema } from './capability.ts';
import { count, id, ids, localDate, pence } from './fields.ts';
import { richTextSchema } from './richText.ts';
import { z } from './zod.ts';

const member = z.looseObject({
  organisationId: id,
  role: z.enum(keysOf(memberRoles)),
  responsibilities: z.string(),
  // Any number: a share that cannot stand is shown to be mended, not lost.
  shares: z.array(z.looseObject({ lotId: id, basisPoints: z.number() })),
  signatories: z.array(z.string()),
});

const requirement = z.looseObject({
  id,
  lotId: id.nullable(),
  text: z.string(),
  capabilityId: id.nullable(),
  minimumLevel: levelSchema,
  mandatory: z.boolean(),
  weight: z.number(),
  leadMemberId: id.nullable(),
  supportMemberIds: ids,
  proof: z.string(),
});

const metBy = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('unknown') }),
  z.looseObject({ kind: z.literal('member'), organisationId: id }),
  z.looseObject({ kind: z.literal('combined'), organisationIds: ids }),
  z.looseObject({ kind: z.literal('guarantor'), organisationId: id }),
  z.looseObject({ kind: z.literal('notMet') }),
]);

const combining = z.enum(keysOf(combiningAnswers));

const turnover = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('times'), times: z.number().nonnegative() }),
  z.looseObject({ kind: z.literal('sum'), pence }),
]);

const condition = z.looseObject({
  id,
  lotId: id.nullable(),
  kind: z.enum(keysOf(conditionKinds)),
  text: z.string(),
  metBy,
  state: z.enum(['held', 'committed', 'unknown']),
  proof: z.string(),
  turnover: turnover.nullable(),
  combining,
  compared: z.string().optional(),
  noticeText: z.string().optional(),
});

const clarification = z.looseObject({
  id,
  reference: z.string(),
  text: z.string(),
  why: z.string(),
  raisedById: id.nullable(),
  conditionId: id.nullable(),
  sentOn: localDate.nullable(),
  answer: z.string(),
  answeredOn: localDate.nullable(),
  combining,
  effect: z.string(),
});

const decision = z.looseObject({
  id,
  gate: z.enum(keysOf(gates)),
  decidedOn: localDate,
  decidedBy: z.string(),
  lots: z.array(z.looseObject({ lotId: id, outcome: z.enum(keysOf(lotOutcomes)), reason: z.string() })),
  provisos: z.string(),
});

const question = z.looseObject({
  id,
  number: z.string(),
  section: z.string(),
  text: z.string(),
  weight: z.number().nullable(),
  marks: z.number().nonnegative().nullable().exactOptional(),
  limit: z.looseObject({ kind: z.enum(['words', 'characters', 'pages', 'none']), value: count }),
  ownerOrganisationId: id.nullable(),
  status: z.enum(keysOf(questionStates)),
  answer: richTextSchema,
  confidential: z.boolean(),
});

/** The stored shape of `Bid` since schema version 4. Unknown fields are kept. */
export const bidSchema = z.looseObject({
  id,
  tenderId: id,
  name: z.string(),
  lotIds: ids,
  structure: z.enum([...keysOf(structures), 'unknown']),
  shareBase: z.enum(['price', 'netPrice', 'unknown']),
  validityDays: count.nullable(),
  members: z.array(member),
  requirements: z.array(requirement),
  conditions: z.array(condition),
  questions: z.array(question),
  clarifications: z.array(clarification),
  decisions: z.array(decision),
  agreement: agreementOptionsSchema,
  signatory: z.looseObject({ name: z.string(), role: z.string() }),
});
