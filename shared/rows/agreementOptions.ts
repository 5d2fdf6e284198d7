import {
  agreementChoices,
  agreementFigures,
  type ChoiceKey,
  type FigureKey,
} from '../domain/agreement/agreementOptions.ts';
import { keysOf } from '../domain/keysOf.ts';
import { id, localDate, pence } from './fields.ts';
import { z } from './zod.ts';

type AnswerOf<Key extends ChoiceKey> = keyof (typeof agreementChoices)[Key]['answers'];

// `Object.fromEntries` forgets which key has which value.
const choices = Object.fromEntries(
  keysOf(agreementChoices).map((key) => [key, z.enum(keysOf<string>(agreementChoices[key].answers)).nullable()]),
) as unknown as { [Key in ChoiceKey]: z.ZodType<AnswerOf<Key> | null> };

const figures = Object.fromEntries(keysOf(agreementFigures).map((key) => [key, z.number().nullable()])) as Record<
  FigureKey,
  z.ZodNullable<z.ZodNumber>
>;

/** The stored shape of `AgreementOptions` since schema version 2: an answer that was once offered stays readable. */
export const agreementOptionsSchema = z.looseObject({
  ...choices,
  ...figures,
  longStop: localDate.nullable(),
  annualPrices: z.record(id, pence),
  jointBidReason: z.string(),
});
