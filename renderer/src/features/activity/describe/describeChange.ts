import { dequal } from 'dequal';
import type { CapabilityCell } from '../../../../../shared/domain/capability/capability.ts';
import { cellInWords } from '../../../../../shared/domain/capability/capabilityCells.ts';
import type { RowChange } from '../../../../../shared/rows/history.ts';
import type { RecordTable } from '../../../../../shared/rows/records.ts';
import { bidFields } from './bidFields.ts';
import {
  byId,
  count,
  empty,
  type Field,
  type Fields,
  fieldWithoutWords,
  isPart,
  long,
  type Names,
  type Part,
  said,
  type Said,
  text,
  textOf,
  unknown,
} from './field.ts';
import { organisationFields } from './organisationFields.ts';
import { tenderFields } from './tenderFields.ts';

/** One thing that is different: the way to it in plain words, and what stood there before and after. */
export interface ChangeLine {
  readonly where: readonly string[];
  /** `null` where there was no such part, or is none any more. */
  readonly before: Said | null;
  readonly after: Said | null;
}

/** The fields of each table in plain words. */
export const recordFields: Readonly<Partial<Record<string, Fields>>> = {
  organisations: organisationFields,
  tenders: tenderFields,
  bids: bidFields,
  capabilities: { name: text('Name'), group: text('Group'), description: long('Description') },
  capabilityProfiles: { cells: byId('Capabilities', 'capability', sayCell) },
  retentionRules: { days: count('Kept for', 'days'), reason: long('Reason') },
} satisfies Readonly<Partial<Record<RecordTable, Fields>>> & Readonly<Record<string, Fields>>;

/** What a change did, in plain words. Of a record that was added or removed, all that is known of it. */
export function describeChange({ table, before, after }: RowChange, names: Names): readonly ChangeLine[] {
  const fields = recordFields[table] ?? {};
  if (before === null || after === null) {
    const lines = describeFields(fields, partOf(before), partOf(after), [], names);
    // What was empty or not known is no news of a record that came or went whole.
    return lines
      .filter((line) => isWorthSaying(line.before) || isWorthSaying(line.after))
      .map(({ where, before: was, after: is }) => ({
        where,
        before: before === null ? null : was,
        after: after === null ? null : is,
      }));
  }
  return describeFields(fields, partOf(before), partOf(after), [], names);
}

function isWorthSaying(one: Said | null): boolean {
  return one?.kind === 'text' || one?.kind === 'long';
}

type Where = readonly string[];

function describeFields(
  fields: Fields,
  before: Part,
  after: Part,
  where: Where,
  names: Names,
  identity: readonly string[] = ['id'],
): readonly ChangeLine[] {
  const known = Object.keys(fields);
  const others = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !identity.includes(name) && !known.includes(name),
  );
  return [...known, ...others].flatMap((name) =>
    describeField(fields[name] ?? fieldWithoutWords(name), before[name], after[name], where, names),
  );
}

function describeField(
  field: Field,
  before: unknown,
  after: unknown,
  where: Where,
  names: Names,
): readonly ChangeLine[] {
  if (dequal(before, after)) return [];
  const here = [...where, field.label];
  switch (field.kind) {
    case 'value':
      return [{ where: here, before: field.say(before, names), after: field.say(after, names) }];
    case 'group':
      return describeFields(field.fields, partOf(before), partOf(after), here, names);
    case 'byId': {
      const [old, now] = [partOf(before), partOf(after)];
      return [...new Set([...Object.keys(old), ...Object.keys(now)])]
        .filter((id) => !dequal(old[id], now[id]))
        .map((id) => ({
          where: [...here, field.nameOf(id, names)],
          before: Object.hasOwn(old, id) ? field.say(old[id], names) : unknown,
          after: Object.hasOwn(now, id) ? field.say(now[id], names) : unknown,
        }));
    }
    case 'parts':
      return describeParts(field, partsOf(before), partsOf(after), here, names);
    default:
      return field satisfies never;
  }
}

function describeParts(
  { of: { identity, nameOf, fields } }: Extract<Field, { kind: 'parts' }>,
  before: readonly Part[],
  after: readonly Part[],
  here: Where,
  names: Names,
): readonly ChangeLine[] {
  const keyOf = (part: Part) => identity.map((name) => textOf(part[name])).join(' ');
  const old = new Map(before.map((part) => [keyOf(part), part]));
  const now = new Map(after.map((part) => [keyOf(part), part]));
  const lines = [...new Set([...old.keys(), ...now.keys()])].flatMap((key): readonly ChangeLine[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const place = [...here, nameOf(is ?? was ?? {}, names)];
    if (was !== undefined && is !== undefined) return describeFields(fields, was, is, place, names, identity);
    const whole = wholePart(fields, is ?? was ?? {}, names, identity);
    return [{ where: place, before: was === undefined ? null : whole, after: is === undefined ? null : whole }];
  });
  if (lines.length > 0) return lines;
  const inOrder = (parts: readonly Part[]) => said(parts.map((part) => nameOf(part, names)).join(', '));
  return [{ where: [...here, 'order'], before: inOrder(before), after: inOrder(after) }];
}

/** All that is known of a part, a line for each of its fields. */
function wholePart(fields: Fields, part: Part, names: Names, identity: readonly string[]): Said {
  const lines = describeFields(fields, {}, part, [], names, identity).flatMap(({ where, after }) =>
    after !== null && (after.kind === 'text' || after.kind === 'long') ? [`${where.join(', ')}: ${after.text}`] : [],
  );
  return lines.length === 0 ? empty : { kind: 'text', text: lines.join('\n') };
}

function sayCell(cell: unknown): Said {
  if (!isPart(cell)) return unknown;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the history holds rows of their own shape
  const { note } = cell as unknown as CapabilityCell;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  return said(`${cellInWords(cell as unknown as CapabilityCell)}${note === '' ? '' : `: ${note}`}`);
}

function partOf(one: unknown): Part {
  return isPart(one) ? one : {};
}

function partsOf(one: unknown): readonly Part[] {
  return Array.isArray(one) ? one.filter(isPart) : [];
}
