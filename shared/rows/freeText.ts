import { z } from './zod.ts';

/** What a stored shape allows at one place of a row; `null` where it says nothing, as of fields that it does not know. */
export type Shape = z.core.$ZodType | null;

const jsonShapes = new WeakSet<z.core.$ZodType>();

/** Marks a shape of text as JSON. */
export function asJson(shape: z.ZodString): z.ZodString {
  jsonShapes.add(shape);
  return shape;
}

/**
 * What stands in a text of this shape: `text` that people wrote, or `json` as it was published, with texts in it. Otherwise an id, a
 * day, an instant, or one of a list of words that Muster knows.
 */
export function textKind(shape: Shape, value: unknown): 'text' | 'json' | 'none' {
  const bare = bareShape(shape, value);
  if (bare === null) return 'text';
  if (jsonShapes.has(bare)) return 'json';
  return bare instanceof z.ZodString && (bare.def.checks ?? []).length === 0 ? 'text' : 'none';
}

/** The shape of a part of a value: of a field by its name, of an item by its place in the list. */
export function shapeOfPart(shape: Shape, value: unknown, key: string | number): Shape {
  const bare = bareShape(shape, value);
  if (bare instanceof z.ZodObject) return field(bare, String(key));
  if (bare instanceof z.ZodRecord) return bare.valueType;
  if (bare instanceof z.ZodArray) return bare.element;
  if (bare instanceof z.ZodTuple) return bare.def.items[Number(key)] ?? bare.def.rest;
  return null;
}

/** Without what only says that it may be missing; of several shapes, the one that the value says it has. */
function bareShape(shape: Shape, value: unknown): Shape {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodExactOptional || shape instanceof z.ZodNullable)
    return bareShape(shape.unwrap(), value);
  if (!(shape instanceof z.ZodDiscriminatedUnion)) return shape;
  const { discriminator, options } = shape.def;
  const kind = typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(discriminator) : null;
  const isMeant = (option: z.core.$ZodType): boolean => {
    const told = option instanceof z.ZodObject ? field(option, discriminator) : null;
    return told !== null && z.safeParse(told, kind).success;
  };
  return options.find(isMeant) ?? null;
}

function field(shape: z.ZodObject, name: string): Shape {
  return Object.hasOwn(shape.shape, name) ? (shape.shape[name] ?? null) : null;
}
