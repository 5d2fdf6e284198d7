import { agreementChoices, agreementFigures, type ChoiceKey } from '../domain/agreement/agreementOptions.ts';
import { keysOf } from '../domain/basics/keysOf.ts';
import { tableOf } from '../domain/basics/tableOf.ts';
import { id, localDate, pence } from './fields.ts';
import { z } from './zod.ts';

type AnswerOf<Key extends ChoiceKey> = keyof (typeof agreementChoices)[Key]['answers'];

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each key has a schema of its own answers
const choices = tableOf(keysOf(agreementChoices), (key) =>
  z.enum(keysOf<string>(agreementChoices[key].answers)).nullable(),
) as unknown as { [Key in ChoiceKey]: z.ZodType<AnswerOf<Key> | null> };

const figures = tableOf(keysOf(agreementFigures), () => z.number().nullable());

/** Absent in rows stored before they were asked. */
const later = {
  receipts: choices.receipts.optional(),
  vat: choices.vat.optional(),
  construction: choices.construction.optional(),
  contributionDays: figures.contributionDays.optional(),
};

/** The stored shape of `AgreementOptions` since schema version 2: an answer that was once offered stays readable. */
export const agreementOptionsSchema = z.looseObject({
  ...choices,
  ...figures,
  ...later,
  longStop: localDate.nullable(),
  annualPrices: z.record(id, pence),
  jointBidReason: z.string(),
});
