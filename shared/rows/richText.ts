import { numberKinds, plainMarks } from '../domain/bid/richText.ts';
import { z } from './zod.ts';

const mark = z.discriminatedUnion('type', [
  z.looseObject({ type: z.enum(plainMarks) }),
  z.looseObject({ type: z.literal('link'), attrs: z.looseObject({ href: z.string() }) }),
]);

const inline = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('hardBreak') }),
  z.looseObject({ type: z.literal('text'), text: z.string(), marks: z.array(mark).exactOptional() }),
]);

const paragraph = z.looseObject({ type: z.literal('paragraph'), content: z.array(inline).exactOptional() });

const heading = z.looseObject({
  type: z.literal('heading'),
  attrs: z.looseObject({ level: z.literal([1, 2, 3]) }),
  content: z.array(inline).exactOptional(),
});

const list = z.looseObject({
  type: z.enum(['bulletList', 'orderedList']),
  attrs: z.looseObject({ start: z.int().exactOptional(), type: z.enum(numberKinds).exactOptional() }).exactOptional(),
  get content() {
    return z.array(item);
  },
});

const item = z.looseObject({
  type: z.literal('listItem'),
  get content() {
    return z.array(z.discriminatedUnion('type', [paragraph, list]));
  },
});

const span = z.int().min(1).exactOptional();

const cell = z.looseObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.looseObject({ colspan: span, rowspan: span }).exactOptional(),
  content: z.array(z.discriminatedUnion('type', [paragraph, list])),
});

const table = z.looseObject({
  type: z.literal('table'),
  content: z.array(z.looseObject({ type: z.literal('tableRow'), content: z.array(cell) })),
});

/** The stored shape of `RichText` since schema version 2. Unknown fields are kept; unknown kinds of text are refused. */
export const richTextSchema = z.looseObject({
  type: z.literal('doc'),
  content: z.array(z.discriminatedUnion('type', [paragraph, heading, list, table])),
});
