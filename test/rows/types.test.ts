import { expect, expectTypeOf, test } from 'vitest';
import type { AgreementOptions } from '../../shared/domain/agreement/agreementOptions.ts';
import type { CapabilityCell } from '../../shared/domain/capability/capability.ts';
import { agreementOptionsSchema } from '../../shared/rows/agreementOptions.ts';
import type { AttachmentRow, attachmentSchema } from '../../shared/rows/attachment.ts';
import type { cellSchema } from '../../shared/rows/capability.ts';
import type { HistoryEntry } from '../../shared/rows/history.ts';
import type { historyEntrySchema } from '../../shared/rows/historySchema.ts';
import { recordSchemas } from '../../shared/rows/recordSchemas.ts';
import { type Records, recordTables, type RecordTable } from '../../shared/rows/records.ts';
import type { z } from '../../shared/rows/zod.ts';
import { nothingDecided } from '../../shared/domain/bid/newBid.ts';
import { fullContents } from '../workspace/fullContents.ts';

/** A stored type as the domain writes it: read-only, without the room that schemas leave for unknown fields. */
type Known<T> = T extends Uint8Array
  ? Uint8Array
  : T extends readonly [infer First, ...unknown[]]
    ? readonly [Known<First>, ...Known<First>[]]
    : T extends readonly (infer Item)[]
      ? readonly Known<Item>[]
      : T extends object
        ? { readonly [Key in keyof T as string extends Key ? never : Key]: Known<T[Key]> }
        : T;

type Stored<Table extends RecordTable> = z.infer<(typeof recordSchemas)[Table]['schema']>;

test('the stored shapes and the types that the code works with are the same, both ways', () => {
  expectTypeOf<Known<Stored<'organisations'>>>().toEqualTypeOf<Known<Records['organisations']>>();
  expectTypeOf<Known<Stored<'tenders'>>>().toEqualTypeOf<Known<Records['tenders']>>();
  expectTypeOf<Known<Stored<'capabilities'>>>().toEqualTypeOf<Known<Records['capabilities']>>();
  expectTypeOf<Known<Stored<'capabilityProfiles'>>>().toEqualTypeOf<Known<Records['capabilityProfiles']>>();
  expectTypeOf<Known<z.infer<typeof cellSchema>>>().toEqualTypeOf<Known<CapabilityCell>>();
  expectTypeOf<Known<z.infer<typeof agreementOptionsSchema>>>().toEqualTypeOf<Known<AgreementOptions>>();
  expectTypeOf<Known<z.infer<typeof historyEntrySchema>>>().toEqualTypeOf<Known<HistoryEntry>>();
  expectTypeOf<Known<z.infer<typeof attachmentSchema>>>().toEqualTypeOf<Known<AttachmentRow>>();
});

test('so are those of bids, but for answers: types cannot compare lists within lists', () => {
  type Unanswered<Question> = Omit<Known<Question>, 'answer'>;
  type StoredBid = Stored<'bids'>;
  type Bid = Records['bids'];
  expectTypeOf<Omit<Known<StoredBid>, 'questions'>>().toEqualTypeOf<Omit<Known<Bid>, 'questions'>>();
  expectTypeOf<Unanswered<StoredBid['questions'][number]>>().toEqualTypeOf<Unanswered<Bid['questions'][number]>>();
});

test.each(recordTables)(
  'what the code writes into %s is as stored rows are, and nothing is dropped from it',
  (table) => {
    for (const row of fullContents[table]) expect(recordSchemas[table].schema.parse(row)).toEqual(row);
  },
);

test('agreement options of which nothing is decided can be stored', () => {
  expect(agreementOptionsSchema.parse(nothingDecided)).toEqual(nothingDecided);
  expect(agreementOptionsSchema.safeParse({ ...nothingDecided, law: 'elsewhere' }).success).toBe(false);
});
