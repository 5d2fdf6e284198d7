import { newOrganisation, type Organisation } from '../../shared/domain/organisation/organisation.ts';

/** Text that a spreadsheet could run, or that a careless CSV writer breaks. */
export const awkwardTexts: readonly string[] = [
  'Quoted "name", with comma',
  'Two\nlines',
  'Two\r\nlines',
  ' spaces at both ends ',
  'Tŷ Gobaith – Café 北京 جمعية 🔧',
  "'s-Hertogenbosch",
  '<b>markup</b>',
  '"',
  'a = b',
  '=1+1',
];

/** One organisation for each awkward text, which stands in its notes. */
export const awkwardOrganisations: readonly Organisation[] = awkwardTexts.map(withNotes);

function withNotes(notes: string, index: number): Organisation {
  return { ...newOrganisation(`00000000-0000-7000-8000-00000000000${index}`, `Awkward ${index}`), notes };
}
