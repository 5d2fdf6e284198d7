import { describe, expect, it, test } from 'vitest';
import {
  duplicateReasonSentence,
  findDuplicates,
  sharedIdentifiers,
} from '../../shared/domain/organisation/duplicates.ts';
import { newOrganisation, type Identifier, type Organisation } from '../../shared/domain/organisation/organisation.ts';

function named(name: string, identifiers: readonly Identifier[] = [], id = name): Organisation {
  return { ...newOrganisation(id, name), identifiers };
}

const company: Identifier = { scheme: 'GB-COH', id: '99041207' };
const ppon: Identifier = { scheme: 'GB-PPON', id: 'KRWC-4127-QZXV' };

describe('sharedIdentifiers', () => {
  it('matches on any one identifier, whatever else differs', () => {
    const asSupplier = named('KESTREL ROW', [ppon]);
    const asMember = named('Kestrel Row CIC', [company, ppon, { scheme: 'GB-CHC', id: '9904121' }]);
    expect(sharedIdentifiers(asSupplier, asMember)).toEqual([ppon]);
  });

  it('knows a Northern Ireland VAT number under both of its prefixes', () => {
    const abroad = named('a', [{ scheme: 'VAT', id: 'XI340804329' }]);
    const here = named('b', [{ scheme: 'VAT', id: 'GB340804329' }]);
    expect(sharedIdentifiers(abroad, here)).toEqual(abroad.identifiers);
  });

  it('does not match the same digits in different registers', () => {
    const charity = named('a', [{ scheme: 'GB-CHC', id: '1234567' }]);
    expect(sharedIdentifiers(charity, named('b', [{ scheme: 'ICO', id: '1234567' }]))).toEqual([]);
  });
});

describe('findDuplicates', () => {
  test.each<[string, string]>([
    ['Brindle Works Ltd', 'BRINDLE WORKS LIMITED'],
    ['Lantern & Loom Ltd.', 'Lantern and Loom Limited'],
    ['St. John’s Hall', "St John's Hall"],
    ['Kestrel Row C.I.C.', 'Kestrel Row Community Interest Company'],
    ['Tidewater Co-operative Ltd', 'Tidewater Cooperative Limited'],
    ['Tŷ Gobaith Cyf', 'Ty Gobaith Cyfyngedig'],
    ['Round House Reuse', 'Roundhouse  Reuse'],
    ['The Hollowell Trust', 'Hollowell Trust'],
    ['THE HOLLOWELL TRUST', 'Hollowell Trust, The'],
    ['Yr Eglwys Wen Cyf', 'Eglwys Wen Ltd'],
    ['Lantern + Loom Company Limited', 'Lantern & Loom Co. Ltd'],
    ['Brindle Works Limited t/a Brindle Reuse', 'Brindle Works Ltd'],
    ['Brindle Works Ltd (trading as Brindle Reuse)', 'Brindle Works Ltd'],
    ['Kestrel Row C I C', 'Kestrel Row (CIC)'],
    ['Cwm Du Cwmni Buddiant Cymunedol', 'Cwm Du CIC'],
    ['Cwm Du CCC', 'Cwm Du Public Limited Company'],
    ['Hollowell Charitable Incorporated Organisation', 'The Hollowell CIO'],
    ['Wren and Partners Limited Liability Partnership', 'Wren & Partners LLP'],
  ])('suspects %j and %j by name', (one, other) => {
    expect(findDuplicates(named(one), [named(other)])).toMatchObject([{ reasons: [{ kind: 'name' }] }]);
  });

  test.each<[string, string]>([
    ['Brindle Works Ltd', 'Brindle Works CIC'],
    ['Hollowell Trust', 'Hollowell Trust Trading Ltd'],
    ['北京互助社', '上海互助社'],
    ['!!!', '???'],
    ['The', 'Y'],
    ['Theatre Works Ltd', 'Atre Works Ltd'],
    ['Ysbyty Gwynedd', 'Sbyty Gwynedd'],
  ])('does not suspect %j and %j', (one, other) => {
    expect(findDuplicates(named(one), [named(other)])).toEqual([]);
  });

  it('gives every reason in words, and leaves the organisation itself out', () => {
    const candidate = named('Kestrel Row CIC', [company, ppon], 'self');
    const other = named('Kestrel Row CIC', [company], 'other');
    const [duplicate, ...more] = findDuplicates(candidate, [candidate, other, named('Hollowell Trust')]);
    expect(more).toEqual([]);
    expect(duplicate?.organisation).toBe(other);
    expect(duplicate?.reasons.map(duplicateReasonSentence)).toEqual([
      'Same Company number: 99041207.',
      'Same name, apart from capitals, punctuation, a leading “The” or endings such as Ltd and Limited.',
    ]);
  });
});
