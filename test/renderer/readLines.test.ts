import { expect, test } from 'vitest';
import { newCapabilities, readLines } from '../../renderer/src/features/capabilities/readLines.ts';

test('lines as people paste them are capabilities in their groups', () => {
  const text = [
    'Catering',
    '',
    'Places and environment:',
    '• Arboriculture – surveys and work on trees',
    '  1. Grounds maintenance\tmowing, planting',
    'Re-use and recycling',
    'People:',
    '- TUPE transfers\r',
  ].join('\n');
  expect(readLines(text)).toEqual([
    { group: '', name: 'Catering', description: '' },
    { group: 'Places and environment', name: 'Arboriculture', description: 'surveys and work on trees' },
    { group: 'Places and environment', name: 'Grounds maintenance', description: 'mowing, planting' },
    { group: 'Places and environment', name: 'Re-use and recycling', description: '' },
    { group: 'People', name: 'TUPE transfers', description: '' },
  ]);
});

test('a capability that is there already, or twice in the list, is added once', () => {
  const known = [{ id: 'a', name: 'Arboriculture', group: '', description: '' }];
  const added = newCapabilities(readLines('ARBORICULTURE\nCatering\ncatering\nCafé'), known);
  expect(added.map(({ name }) => name)).toEqual(['Catering', 'Café']);
  expect(new Set(added.map(({ id }) => id)).size).toBe(2);
});
