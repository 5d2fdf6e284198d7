import type { Nation } from './legalForm.ts';
import type { Organisation } from './organisation.ts';

/** Areas of postcodes that lie in Scotland; TD lies there but for the districts of Berwick, Wark and Cornhill. */
const scottishAreas = /^(?:AB|DD|DG|EH|FK|G|HS|IV|KA|KW|KY|ML|PA|PH|TD|ZE)\d/;
const englishTd = /^TD(?:12|15)/;

/** Where a company is registered shows in the prefix of its number (Companies House guide to identifiers). */
export function companyNation(number: string): Nation {
  if (/^S[A-Z]/.test(number)) return 'Scotland';
  return /^(?:N|R)/.test(number) ? 'Northern Ireland' : 'England and Wales';
}

/** Where a body is established: by its register or, where it is in none, by its registered or principal office; else `null`. */
export function nationOf({ identifiers, sites }: Pick<Organisation, 'identifiers' | 'sites'>): Nation | null {
  const company = identifiers.find(({ scheme }) => scheme === 'GB-COH');
  if (company !== undefined) return companyNation(company.id);
  if (identifiers.some(({ scheme }) => scheme === 'GB-SC')) return 'Scotland';
  if (identifiers.some(({ scheme }) => scheme === 'GB-NIC')) return 'Northern Ireland';
  const postcode =
    sites
      .find(({ registeredOffice }) => registeredOffice)
      ?.postcode.toUpperCase()
      .trim() ?? '';
  if (!/^[A-Z]{1,2}\d/.test(postcode)) return null;
  if (postcode.startsWith('BT')) return 'Northern Ireland';
  return scottishAreas.test(postcode) && !englishTd.test(postcode) ? 'Scotland' : 'England and Wales';
}
