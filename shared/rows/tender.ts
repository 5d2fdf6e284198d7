import { awardRoutes } from '../domain/tender/award.ts';
import { deadlineKinds } from '../domain/tender/deadline.ts';
import { keysOf } from '../domain/basics/keysOf.ts';
import { regimes, tenderDocumentKinds, tenderStates } from '../domain/tender/tender.ts';
import { attachedFileSchema } from './attachment.ts';
import { count, id, instant, localDate, pence, ternary } from './fields.ts';
import { asJson } from './freeText.ts';
import { z } from './zod.ts';

const value = z.looseObject({ net: pence.nullable(), gross: pence.nullable(), currency: z.string() });

const cpv = z.array(z.looseObject({ code: z.string(), description: z.string() }));

const ending = z.looseObject({ on: localDate.nullable(), reason: z.string(), source: z.string() });

const lot = z.looseObject({
  id,
  number: z.string(),
  title: z.string(),
  description: z.string(),
  value,
  contractStart: localDate.nullable(),
  contractEnd: localDate.nullable(),
  maximumEnd: localDate.nullable(),
  duration: z
    .looseObject({ count: z.number().positive(), unit: z.enum(['days', 'months', 'years']) })
    .nullable()
    .optional(),
  ended: ending.nullable().optional(),
  cpv,
  regions: z.array(z.string()),
  smeSuitable: ternary,
  vcseSuitable: ternary,
  awardCriteria: z.array(
    z.looseObject({
      kind: z.enum(['quality', 'price', 'cost', 'other']),
      name: z.string(),
      detail: z.string(),
      weight: z.string(),
    }),
  ),
  conditions: z.array(z.looseObject({ kind: z.enum(['economic', 'technical', 'other']), text: z.string() })),
});

const due = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('instant'), at: instant, zone: z.string().min(1) }),
  z.looseObject({ kind: z.literal('day'), on: localDate }),
]);

const version = z.looseObject({
  due,
  original: z.string(),
  source: z.string(),
  statedAt: instant,
  recordedAt: instant,
});

const deadline = z.looseObject({
  id,
  kind: z.enum(keysOf(deadlineKinds)),
  label: z.string(),
  lotId: id.nullable(),
  versions: z.tuple([version], version),
  state: z.enum(['open', 'met', 'withdrawn']),
});

const award = z.looseObject({
  id: z.string(),
  lots: z.array(z.string()),
  suppliers: z.array(z.string()),
  standstillEnd: localDate.nullable(),
  aboveThreshold: ternary,
  lightTouch: z.boolean(),
  route: z.enum(awardRoutes),
  isCorrection: z.boolean(),
});

const source = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('manual') }),
  z.looseObject({
    kind: z.literal('ocds'),
    releaseId: z.string(),
    releases: z.array(
      z.looseObject({
        id: z.string(),
        noticeType: z.string().nullable(),
        publishedAt: instant.nullable(),
        json: asJson(z.string()),
        importedAt: instant,
        isUpdate: z.boolean().optional(),
        awards: z.array(award).optional(),
        notUnderstood: z.array(z.looseObject({ path: z.string(), words: z.string() })).optional(),
      }),
    ),
  }),
]);

const document = z.looseObject({
  id,
  file: attachedFileSchema,
  kind: z.enum(keysOf(tenderDocumentKinds)),
  attachedAt: instant,
  supersededBy: z.string(),
});

/** The stored shape of `Tender` since schema version 3; 2 had no `documents`. Unknown fields are kept. */
export const tenderSchema = z.looseObject({
  id,
  title: z.string(),
  description: z.string(),
  reference: z.string(),
  ocid: z.string().nullable(),
  buyer: z.looseObject({
    name: z.string(),
    identifiers: z.array(z.looseObject({ scheme: z.string(), id: z.string() })),
    address: z.string(),
    authority: z.enum(['central', 'subCentral', 'utility', 'unknown']),
  }),
  noticeType: z.string().nullable(),
  regime: z.enum(keysOf(regimes)),
  aboveThreshold: ternary,
  specialRegimes: z.array(z.enum(['lightTouch', 'concession', 'utilities', 'defence'])),
  category: z.enum(['goods', 'services', 'works', 'unknown']),
  procedure: z.string(),
  acceleration: z.string(),
  electronicSubmission: ternary,
  documentsWithNotice: ternary,
  cpv,
  regions: z.array(z.string()),
  value,
  lots: z.array(lot),
  deadlines: z.array(deadline),
  dateRevisions: z.record(id, count).exactOptional(),
  submission: z.string(),
  reservations: z.array(z.string()).optional(),
  ended: ending.nullable().optional(),
  source,
  documents: z.array(document),
  state: z.enum(keysOf(tenderStates)),
});
