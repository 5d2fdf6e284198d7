import { expect, test } from 'vitest';
import { addressOf, isFiltered, viewFrom } from '../../renderer/src/features/organisations/directoryView.ts';

test.each([
  [''],
  ['q=kestrel+row'],
  ['q=50%25+%26+more'],
  ['form=cio%2Cunknown&flag=sme%2Cvcse'],
  ['gaps=some&sort=-missing'],
  ['expiring=1&sort=nextExpiry'],
  ['sort=-name'],
])('the address ?%s leads to a view and back', (address) => {
  expect(addressOf(viewFrom(new URLSearchParams(address))).toString()).toBe(address);
});

test('what an address says that Muster does not know is left out', () => {
  const view = viewFrom(new URLSearchParams('form=gmbh,ltd&flag=big&gaps=many&sort=-colour&expiring=yes'));
  expect(addressOf(view).toString()).toBe('form=ltd&sort=-name');
});

test('an order alone leaves nothing out', () => {
  expect(isFiltered(viewFrom(new URLSearchParams('sort=-missing')))).toBe(false);
  expect(isFiltered(viewFrom(new URLSearchParams('sort=-missing&gaps=some')))).toBe(true);
});
