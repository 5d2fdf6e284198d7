import { describe, expect, it, test } from 'vitest';
import {
  filterDirectory,
  sortDirectory,
  summarise,
  type DirectoryColumn,
  type DirectoryFilter,
} from '../../shared/domain/organisation/directory.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import { sampleOrganisations } from '../scripts/sampleOrganisations.ts';

const on = '2026-11-23';
const summaries = sampleOrganisations.map((organisation) => summarise(organisation, on));
const everything: DirectoryFilter = { text: '', legalForms: [], flags: [], gaps: 'any', expiresBy: null };

function found(filter: Partial<DirectoryFilter>): readonly string[] {
  return filterDirectory(summaries, { ...everything, ...filter }).map(({ name }) => name);
}

describe('summarise', () => {
  it('prefers the PPON and the registered office', () => {
    const brindle = summaries.find(({ name }) => name === 'Brindle Works Ltd');
    expect(brindle).toMatchObject({
      identifier: 'BRDW-7715-MKLP',
      postcode: 'ZZ7 3NP',
      flags: ['sme', 'vcse'],
      missing: 0,
    });
  });

  it('falls back on the first number and the first site, and leaves empty what is not known', () => {
    const byName = new Map(summaries.map((summary) => [summary.name, summary]));
    expect(byName.get('Morrow Skills Ltd')?.identifier).toBe('99077310');
    expect(byName.get('Larkhill Community Association')).toMatchObject({ identifier: '', postcode: 'ZZ12 5KE' });
    expect(summarise(newOrganisation('x', 'X'), on)).toMatchObject({ identifier: '', postcode: '', flags: [] });
  });
});

describe('filterDirectory', () => {
  test.each<[string, string[]]>([
    ['kestrel', ['Kestrel Row CIC']],
    ['cic row KESTREL', ['Kestrel Row CIC']],
    ['kestrel hollowell', []],
    ['99 041 207', ['Kestrel Row CIC']],
    ['KRWC4127QZXV', ['Kestrel Row CIC']],
    ['krwc-4127-qzxv', ['Kestrel Row CIC']],
    ['zz4 2hd', ['Hollowell Trust']],
    ['zz42hd', ['Hollowell Trust']],
    ['GB 999 0412 24', ['Kestrel Row CIC']],
    ['ty’r capel', ['Cymdeithas Gymunedol Bryn Awel Cyfyngedig']],
    ['Tŷr', ['Cymdeithas Gymunedol Bryn Awel Cyfyngedig']],
    ['aoife ni', ['Lough Arden Youth Works']],
    ['tidewater kitchen', ['Tidewater Wholefoods Co-operative Limited']],
    ['scottish charitable', ['Strathdarroch Repair Hub SCIO']],
    ['overmere, brindle', ['Brindle Works Ltd']],
  ])('finds by %j', (text, names) => {
    expect(found({ text })).toEqual(names);
  });

  it('finds everything with no filter, in the order given', () => {
    expect(found({ text: '  ' })).toEqual(summaries.map(({ name }) => name));
  });

  it('takes any of the forms, all of the flags, and only records with or without gaps', () => {
    expect(found({ legalForms: ['cio', 'scio'] })).toEqual(['Hollowell Trust', 'Strathdarroch Repair Hub SCIO']);
    expect(found({ legalForms: ['unknown'] })).toEqual(['Quillmere Digital LLP']);
    expect(found({ flags: ['vcse', 'supportedEmployment'] })).toEqual(['Lantern & Loom Limited']);
    expect(found({ flags: ['publicServiceMutual'], gaps: 'none' })).toEqual(['Elmstead Community Nursing CIC']);
    expect(found({ gaps: 'some' }).length + found({ gaps: 'none' }).length).toBe(summaries.length);
    expect(found({ gaps: 'some' })).toContain('Larkhill Community Association');
  });

  it('finds cover that has ended or ends by a day, unless it has been renewed', () => {
    expect(found({ expiresBy: '2026-11-22' })).toEqual(['Morrow Skills Ltd', 'Copperbeech Transport CIC']);
    expect(found({ expiresBy: '2026-12-11' })).toEqual([
      'Morrow Skills Ltd',
      'Loopwell Devices CIC',
      'Copperbeech Transport CIC',
    ]);
  });

  it('does not count a flag that is not known as yes', () => {
    expect(found({ flags: ['sme'] })).not.toContain('Nether Cotley Village Hall');
  });
});

describe('sortDirectory', () => {
  it('orders names without regard to case and accents, either way', () => {
    const names = ['zebra', 'Élan', 'apple', 'Easel', 'Banner'];
    const lines = names.map((name) => summarise(newOrganisation(name, name), on));
    const sorted = (direction: 'ascending' | 'descending') =>
      sortDirectory(lines, 'name', direction).map(({ name }) => name);
    expect(sorted('ascending')).toEqual(['apple', 'Banner', 'Easel', 'Élan', 'zebra']);
    expect(sorted('descending')).toEqual(['zebra', 'Élan', 'Easel', 'Banner', 'apple']);
  });

  test.each<DirectoryColumn>(['legalForm', 'postcode', 'identifier'])(
    'puts lines without a value of %s last either way',
    (column) => {
      const blank = summaries.filter((line) => ['unknown', '', null].some((nothing) => line[column] === nothing));
      expect(blank.length).toBeGreaterThan(0);
      for (const direction of ['ascending', 'descending'] as const) {
        const last = sortDirectory(summaries, column, direction).slice(-blank.length);
        expect(new Set(last)).toEqual(new Set(blank));
      }
    },
  );

  it('orders by what is missing as numbers, with ties by name', () => {
    const counts = sortDirectory(summaries, 'missing', 'descending');
    expect(counts[0]?.name).toBe('Larkhill Community Association');
    expect(counts.map(({ missing }) => missing)).toEqual(
      counts.map(({ missing }) => missing).toSorted((a, b) => b - a),
    );
    const none = counts.filter(({ missing }) => missing === 0).map(({ name }) => name);
    expect(none).toEqual(none.toSorted());
  });
});

it('filters 10,000 lines well within a frame', () => {
  const many = Array.from({ length: 600 }, () => summaries)
    .flat()
    .slice(0, 10_000);
  const filter: DirectoryFilter = {
    text: 'overmere zz7 yard',
    legalForms: [],
    flags: ['vcse'],
    gaps: 'any',
    expiresBy: null,
  };
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    filterDirectory(many, filter);
    return performance.now() - start;
  });
  expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(16);
});
