import { expect, test } from 'vitest';
import { newCapabilities } from '../../renderer/src/features/capabilities/newCapabilities.ts';

test('a capability that is there already, or twice in the list, is added once', () => {
  const known = [{ id: 'a', name: 'Arboriculture', group: '', description: '' }];
  const written = ['ARBORICULTURE', 'Catering', 'catering', 'Café'].map((name) => ({
    name,
    group: '',
    description: '',
  }));
  const added = newCapabilities(written, known);
  expect(added.map(({ name }) => name)).toEqual(['Catering', 'Café']);
  expect(new Set(added.map(({ id }) => id)).size).toBe(2);
});
