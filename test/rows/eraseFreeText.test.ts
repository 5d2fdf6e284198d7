import { expect, onTestFinished, test, vi } from 'vitest';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import { noRecords } from '../../shared/rows/records.ts';
import { recordSchemas } from '../../shared/rows/recordSchemas.ts';
import { eraseFrom, placesOf } from '../../shared/rows/personalData/erase.ts';
import { mapJsonTexts } from '../../shared/rows/personalData/mentions.ts';
import { identify } from '../../shared/rows/personalData/person.ts';
import { checkContents } from '../../shared/workspace/checkContents.ts';
import { idOf } from '../support/ids.ts';
import { fullContents } from '../workspace/fullContents.ts';

// A whole workspace is searched, rewritten and checked for every word that it holds.
vi.setConfig({ testTimeout: 60_000 });

const subject = { kind: 'contact', organisationId: idOf('o-price'), contactId: idOf('c-price') } as const;

/** Everything that a workspace can hold, and a person of that name in it, erased wherever the name was found. */
function erasedFromAll(name: string) {
  const contact = { id: subject.contactId, name, role: '', purposes: [], email: '', phone: '' };
  const organisation = { ...newOrganisation(subject.organisationId, 'Price and Day Ltd'), contacts: [contact] };
  const contents = { ...fullContents, organisations: [...fullContents.organisations, organisation] };
  const person = identify(subject, contents);
  const places = placesOf(contents, person);
  return { found: places, ...eraseFrom(contents, person, new Set(places.map(({ key }) => key))) };
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
    for (const part of Object.values(value)) yield* textsIn(part);
}

const names = ['Price', 'Day', 'Works', 'Open', 'Lead', 'Held', 'Paragraph', 'Text', 'Yes', 'Member', 'Quality'];

test('whatever stored word a person is called like, the workspace can still be read without them', () => {
  const stored = [...textsIn(fullContents)].filter((text) => /^\p{L}+$/u.test(text));
  const kept = new Set(fullContents.attachments.map(({ sha256 }) => sha256));
  for (const name of new Set([...names, ...stored])) {
    const { contents, refused } = erasedFromAll(name);
    expect(checkContents(contents, kept), name).toBeNull();
    expect([...refused], name).toEqual([]);
  }
});

test('no word that Muster chose is offered as a place where the person is named', () => {
  const { found } = erasedFromAll('Price');
  expect(found.filter(({ excerpt }) => excerpt === 'price')).toEqual([]);
  expect(found.find(({ certain }) => certain)?.excerpt).toBe('Price');
});

test('a published notice stays what it was but for its texts: names of fields and codes are nobody’s', () => {
  const json =
    '{"price": 1.0, "kind":"price", "name" : "Price", "by": "Jos\\u00e9 Price\\n", "q": "say \\"Price\\" : no"}';
  expect(mapJsonTexts(json, (text) => text.replaceAll(/price|josé/giu, 'x'))).toBe(
    '{"price": 1.0, "kind":"price", "name" : "x", "by": "x x\\n", "q": "say \\"x\\" : no"}',
  );
});

test('what no reader would accept without the person is left as it is, everywhere, and is named', () => {
  const { schema } = recordSchemas.organisations;
  onTestFinished(() => void Object.assign(recordSchemas.organisations, { schema }));
  Object.assign(recordSchemas.organisations, { schema: schema.refine(({ notes }) => notes !== 'erased person') });
  const contact = { id: subject.contactId, name: 'Ada Okoro', role: '', purposes: [], email: '', phone: '' };
  const organisation = {
    ...newOrganisation(subject.organisationId, 'Kestrel'),
    contacts: [contact],
    notes: 'Ada Okoro',
  };
  const contents = { ...noRecords, organisations: [organisation], history: [] };
  const person = identify(subject, contents);
  const notes = `organisations/${subject.organisationId}/notes`;
  const erased = eraseFrom(contents, person, new Set([notes]));
  // All of the row is meant by what is wrong with it, so that both places stay.
  expect([...erased.refused]).toContain(notes);
  expect(erased.contents.organisations[0]).toBe(organisation);
});
