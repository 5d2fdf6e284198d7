import type { HistoryEntry, RowChange } from '../history.ts';
import type { RecordTable } from '../records.ts';
import { type Shape, shapeOfPart, textKind } from '../freeText.ts';
import { recordSchemas } from '../recordSchemas.ts';
import { excerpt, mapJsonTexts, mentionPattern, mentions, withoutMentions } from './mentions.ts';
import { erasedWords, isAbout, isFields, type Person, sameName, typedKey } from './person.ts';

/** A place where a person is named. */
export interface Place {
  /** The same at every search: rows and their earlier versions share it. */
  readonly key: string;
  readonly kind: 'contact' | 'signatory' | 'text' | 'label';
  /** By id, or by the whole value where only this person can be meant; otherwise somebody has to look. */
  readonly certain: boolean;
  readonly table: RecordTable | 'history';
  /** The record; empty for labels. */
  readonly id: string;
  /** The field of the record: `contacts`, `notes`. */
  readonly field: string;
  readonly excerpt: string;
}

/** Whether the person is to be taken out of a place. */
type Decide = (place: Place) => boolean;

/** All labels of the history that name the person and are not about their own data. */
const labelsKey = 'history/labels';

/** Takes a person out of rows and history, wherever `decide` says so. The same parts come out the same everywhere. */
export interface Rewriter {
  /** A row or some of its fields; itself where nothing was taken out. */
  readonly row: <Row>(table: RecordTable, id: string, row: Row, decide: Decide) => Row;
  readonly entry: (entry: HistoryEntry, decide: Decide) => HistoryEntry;
}

export function rewriterFor(person: Person): Rewriter {
  const pattern = mentionPattern(person);
  const typedPattern = mentionPattern({ names: person.typedNames, emails: person.emails, phones: person.phones });
  const { subject } = person;
  const isNamed = (value: unknown): value is string =>
    typeof value === 'string' && person.names.some((name) => sameName(name, value));

  const row = (table: RecordTable, id: string, whole: unknown, decide: Decide): unknown => {
    const place = (kind: Place['kind'], path: string, certain: boolean, words: string): Place => {
      const field = path.split(/[./]/, 1)[0] ?? '';
      return { key: `${table}/${id}/${path}`, kind, certain, table, id, field, excerpt: excerpt(words, pattern) };
    };

    const words = (value: string, path: string): string =>
      mentions(value, pattern) && decide(place('text', path, false, value)) ? withoutMentions(value, pattern) : value;

    /** Only what people wrote is looked into: a word that Muster chose is nobody's name, and a row with another is none. */
    const text = (value: unknown, path: string, shape: Shape): unknown => {
      if (typeof value === 'string') {
        const kind = textKind(shape, value);
        if (kind === 'json') return mapJsonTexts(value, (part) => words(part, path));
        return kind === 'text' ? words(value, path) : value;
      }
      if (Array.isArray(value)) {
        return mapItems(value, (item, at) =>
          text(
            item,
            isFields(item) && 'id' in item ? `${path}/${String(item['id'])}` : path,
            shapeOfPart(shape, value, at),
          ),
        );
      }
      return mapFields(value, (part, key) => text(part, `${path}.${key}`, shapeOfPart(shape, value, key)));
    };

    const contact = (value: unknown, shape: Shape): unknown => {
      if (!isFields(value)) return value;
      const isSubject =
        subject.kind === 'contact' && id === subject.organisationId && value['id'] === subject.contactId;
      const isAlike = isNamed(value['name']) || person.emails.some((email) => sameName(email, String(value['email'])));
      const path = `contacts/${String(value['id'])}`;
      const without = erasedContact(value);
      if (isSubject && without === value) return value;
      if (!isSubject && !isAlike) return text(value, path, shape);
      const parts = [value['name'], value['role'], value['email'], value['phone']].filter(Boolean).join(', ');
      return decide(place('contact', path, isSubject, parts)) ? without : value;
    };

    const isSigning = (name: unknown, memberId: string): boolean =>
      isNamed(name) || (typeof name === 'string' && person.typedSignatures.has(typedKey(id, memberId, name)));

    const member = (value: unknown, shape: Shape): unknown => {
      if (!isFields(value)) return value;
      const memberId = String(value['organisationId']);
      const path = `members/${memberId}`;
      const isCertain = subject.kind === 'contact' ? memberId === subject.organisationId : id === subject.bidId;
      return mapFields(value, (part, key) =>
        key === 'signatories' && Array.isArray(part)
          ? mapItems(part, (name) => {
              if (!isSigning(name, memberId)) return text(name, `${path}.signatories`, null);
              return decide(place('signatory', `${path}/signs`, isCertain, String(name))) ? erasedWords : name;
            })
          : text(part, `${path}.${key}`, shapeOfPart(shape, value, key)),
      );
    };

    const bidder = (value: unknown, shape: Shape): unknown => {
      if (!isFields(value) || !isSigning(value['name'], '')) return text(value, 'signatory', shape);
      const isCertain = subject.kind === 'contact' ? person.ledBids.has(id) : id === subject.bidId;
      const found = place('signatory', 'signatory', isCertain, String(value['name']));
      return decide(found) ? { ...value, name: erasedWords, role: '' } : value;
    };

    const { schema } = recordSchemas[table];
    return mapFields(whole, (value, field) => {
      const shape = shapeOfPart(schema, whole, field);
      const each = (map: (item: unknown, shape: Shape) => unknown): unknown =>
        Array.isArray(value) ? mapItems(value, (item, at) => map(item, shapeOfPart(shape, value, at))) : value;
      if (table === 'organisations' && field === 'contacts') return each(contact);
      if (table === 'bids' && field === 'members') return each(member);
      if (table === 'bids' && field === 'signatory') return bidder(value, shape);
      return text(value, field, shape);
    });
  };

  const label = (words: string, about: boolean, decide: Decide): string => {
    // What is said of a contact stands behind the organisation's name: "Kestrel Row CIC: e-mail of Ada Okoro".
    const [, head = '', rest = ''] = /^((?:Undid: |Redid: )?(?!Undid: |Redid: ).*?: )(.*)$/s.exec(words) ?? [];
    const told = about && head !== '' ? head + withoutMentions(rest, typedPattern) : words;
    if (!mentions(told, pattern)) return told;
    const place: Place = {
      key: labelsKey,
      kind: 'label',
      certain: false,
      table: 'history',
      id: '',
      field: 'label',
      excerpt: excerpt(told, pattern),
    };
    return decide(place) ? withoutMentions(told, pattern) : told;
  };

  const entry: Rewriter['entry'] = (whole, decide) => {
    const changes = mapItems(whole.changes, (change: RowChange): RowChange => {
      const before = row(change.table, change.id, change.before, decide);
      const after = row(change.table, change.id, change.after, decide);
      return before === change.before && after === change.after ? change : { ...change, before, after };
    });
    const words = label(whole.label, isAbout(whole, person), decide);
    const name = whole.exported === undefined ? '' : label(whole.exported.name, false, decide);
    const sameFile = whole.exported === undefined || name === whole.exported.name;
    if (changes === whole.changes && words === whole.label && sameFile) return whole;
    const exported = whole.exported === undefined ? {} : { exported: { ...whole.exported, name } };
    return { ...whole, ...exported, changes, label: words };
  };

  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- text is replaced by text, and every shape stays
  return { row: row as Rewriter['row'], entry };
}

/** Nothing is left of a contact but that there was one; a field that was empty stays so, since undo compares. */
function erasedContact(contact: Readonly<Record<string, unknown>>): unknown {
  return mapFields(contact, (value, key) => {
    if (key === 'id') return value;
    if (key === 'name') return value === '' ? '' : erasedWords;
    if (typeof value === 'string') return '';
    return Array.isArray(value) && value.length > 0 ? [] : value;
  });
}

/** The list with each item mapped; itself where none changed. */
function mapItems<Item>(items: readonly Item[], map: (item: Item, at: number) => Item): readonly Item[] {
  const mapped = items.map((item, at) => map(item, at));
  return mapped.every((item, at) => item === items[at]) ? items : mapped;
}

/** An object with each field mapped; itself where none changed, and whatever is no object as it is. */
function mapFields(value: unknown, map: (part: unknown, key: string) => unknown): unknown {
  if (!isFields(value)) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, part, map(part, key)] as const);
  if (parts.every(([, part, mapped]) => part === mapped)) return value;
  return Object.fromEntries(parts.map(([key, , mapped]) => [key, mapped]));
}
