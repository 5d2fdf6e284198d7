/** Where a stored value names an attachment: `field` is the way to it, such as `insurances.2.evidence`. */
export interface NamedAttachment {
  readonly sha256: string;
  /** What the file is called there; `''` where it has no name. */
  readonly name: string;
  readonly field: string;
}

const digest = /^[0-9a-f]{64}$/;

/**
 * Every attachment that a value names, in the order of its fields: rows of any table, parts of rows, the `changes` of a
 * history entry. Whatever has a SHA-256 as its `sha256` names an attachment, so that a new table need not be told of
 * here. (Not so `exported` of an entry, which is about a file that left Muster.)
 */
export function namedAttachments(value: unknown): readonly NamedAttachment[] {
  const found: NamedAttachment[] = [];
  // Not by recursion: a row may hold unknown fields of any depth.
  const ahead: (readonly [unknown, string])[] = [[value, '']];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const [here, field] = next;
    if (typeof here !== 'object' || here === null || ArrayBuffer.isView(here)) continue;
    const { sha256, name }: { readonly sha256?: unknown; readonly name?: unknown } = here;
    if (typeof sha256 === 'string' && digest.test(sha256)) {
      found.push({ sha256, name: typeof name === 'string' ? name : '', field });
    }
    for (const [key, part] of Object.entries(here).toReversed())
      ahead.push([part, field === '' ? key : `${field}.${key}`]);
  }
  return found;
}

/** A row without the files that are kept nowhere any more: what named one is `null`, and left out of a list. */
export function withoutAttachments<Row>(row: Row, lost: ReadonlySet<string>): Row {
  const without = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    const { sha256 }: { readonly sha256?: unknown } = value;
    if (typeof sha256 === 'string' && lost.has(sha256)) return null;
    if (Array.isArray(value)) return value.map(without).filter((part, at) => part !== null || value[at] === null);
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, without(part)]));
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every place that names a file may be empty
  return attachmentsNamed(row).some((sha256) => lost.has(sha256)) ? (without(row) as Row) : row;
}

/** The SHA-256 of every attachment that a value names, each once: see `namedAttachments`. */
export function attachmentsNamed(value: unknown): readonly string[] {
  return [...new Set(namedAttachments(value).map(({ sha256 }) => sha256))];
}
