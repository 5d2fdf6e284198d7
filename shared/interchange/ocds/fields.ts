/**
 * Reading JSON of which one knows little: every reader takes what it can, remarks on what it doubts, and notes what it has read, so
 * that in the end what nobody read can be listed. Missing fields and nulls read as nothing given.
 */

/** A doubt about one place in a release. */
export interface Remark {
  /** The way to the field, such as `tender.lots[2].value.amount`. */
  readonly path: string;
  readonly sentence: string;
}

/** A place in a JSON document, with what has been read and remarked of the document so far. */
export interface Field {
  readonly value: unknown;
  /** The place this one is inside of, `null` for the whole. */
  readonly outer: Field | null;
  /** The name in its object, or the position in its list. */
  readonly key: string | number;
  /** The keys that were read, by the object or list that holds them; `null` where nobody will ask what was not. */
  readonly read: Map<unknown, Set<string | number>> | null;
  readonly remarks: Remark[];
}

/** JSON nested deeper than this is not looked into; published notices go down to eight. */
const deepest = 64;

export function wholeOf(value: unknown): Field {
  return { value, outer: null, key: '', read: new Map(), remarks: [] };
}

/** The same for readers after whom nobody lists what was not read. */
export function partlyReadOf(value: unknown): Field {
  return { value, outer: null, key: '', read: null, remarks: [] };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field one or several keys further in. */
export function at(field: Field, ...keys: readonly string[]): Field {
  let inner = field;
  for (const key of keys) {
    const { value, read, remarks } = inner;
    const found = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    inner = { value: found, outer: inner, key, read, remarks };
  }
  return inner;
}

/** The entries of a list. A single entry without its list counts as a list of one. */
export function each(field: Field): readonly Field[] {
  const { value, read, remarks } = field;
  if (!Array.isArray(value)) return isGiven(field) ? [field] : [];
  return value
    .map((entry: unknown, key): Field => ({ value: entry, outer: field, key, read, remarks }))
    .filter(isGiven);
}

export function isGiven(field: Field): boolean {
  return field.value !== undefined && field.value !== null;
}

/** The way to a field, such as `tender.lots[2].title`. */
export function pathOf({ outer, key }: Field): string {
  return outer === null ? '' : step(pathOf(outer), key);
}

function step(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

export function remark(field: Field, sentence: string): void {
  field.remarks.push({ path: pathOf(field), sentence });
}

/** Text as given, without white space around it and with non-breaking spaces as spaces; `''` where there is none. */
export function text(field: Field): string {
  const { value } = field;
  if (!isGiven(field)) return '';
  if (typeof value === 'object') {
    remark(field, 'Text was expected here.');
    return '';
  }
  noteRead(field);
  const given = typeof value === 'string' ? value : JSON.stringify(value);
  // Looking first is quicker: few texts have one, and a file has many texts.
  return (given.includes('\u00A0') ? given.replaceAll('\u00A0', ' ') : given).trim();
}

/** Every text of a list, without the empty ones. */
export function texts(field: Field): readonly string[] {
  return each(field)
    .map(text)
    .filter((each) => each !== '');
}

export function ternary(field: Field): 'yes' | 'no' | 'unknown' {
  if (!isGiven(field)) return 'unknown';
  const given = text(field).toLowerCase();
  if (given === 'true') return 'yes';
  if (given === 'false') return 'no';
  remark(field, `“${given}” is neither true nor false.`);
  return 'unknown';
}

function noteRead({ outer, key, read }: Field): void {
  if (outer === null || read === null) return;
  const keys = read.get(outer.value);
  if (keys === undefined) read.set(outer.value, new Set([key]));
  else keys.add(key);
}

/**
 * What was not read: the paths without list positions (`tender.documents[].url`) with the fields that hold text, and apart from them
 * the fields that hold dates. Nulls and empty texts say nothing and are left out.
 */
export function notRead(whole: Field): {
  readonly paths: readonly string[];
  readonly texts: readonly Field[];
  readonly dates: readonly Field[];
} {
  const paths = new Set<string>();
  const texts: Field[] = [];
  const dates: Field[] = [];
  visit(whole, '', 0);
  return { paths: [...paths], texts, dates };

  /** `path` is that of the object or list, without list positions. */
  function visit(container: Field, path: string, depth: number): void {
    const { value, read, remarks } = container;
    const keys = read?.get(value);
    const isList = Array.isArray(value);
    for (const [key, entry] of entriesOf(value)) {
      if (entry === null || entry === '' || keys?.has(key) === true) continue;
      const inner = isList ? `${path}[]` : step(path, key);
      const field: Field = { value: entry, outer: container, key, read, remarks };
      if (typeof entry === 'object' && depth < deepest) visit(field, inner, depth + 1);
      else if (typeof entry === 'string' && /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(entry)) dates.push(field);
      else {
        paths.add(inner);
        if (typeof entry === 'string') texts.push(field);
      }
    }
  }
}

function entriesOf(value: unknown): Iterable<[string | number, unknown]> {
  if (Array.isArray(value)) return value.entries();
  return isObject(value) ? Object.entries(value) : [];
}
