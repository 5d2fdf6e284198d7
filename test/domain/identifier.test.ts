import { describe, expect, it, test } from 'vitest';
import {
  checkIdentifier,
  identifierProblemSentence,
  identifierSchemes,
  type IdentifierScheme,
} from '../../shared/domain/organisation/identifier.ts';
import { keysOf } from '../../shared/domain/basics/keysOf.ts';

describe('a number that has the form of its register is taken in the register’s own form', () => {
  test.each<[IdentifierScheme, string, string]>([
    // Companies House: forms of its identifier guide, and the registered societies that end with a letter.
    ['GB-COH', '01234567', '01234567'],
    ['GB-COH', '1234567', '01234567'],
    ['GB-COH', ' 123 45 67 ', '01234567'],
    ['GB-COH', 'sc123456', 'SC123456'],
    ['GB-COH', 'NI 1234', 'NI001234'],
    ['GB-COH', 'OC301234', 'OC301234'],
    ['GB-COH', 'IP12345R', 'IP12345R'],
    ['GB-COH', 'ip1234r', 'IP01234R'],
    ['GB-COH', 'RS007123', 'RS007123'],
    ['GB-COH', 'CE010135', 'CE010135'],
    ['GB-COH', 'R0000123', 'R0000123'],
    ['GB-COH', 'sp1234rs', 'SP1234RS'],
    ['GB-COH', 'BR012345', 'BR012345'],
    ['GB-COH', 'BR 12345', 'BR012345'],
    // Examples of the org-id.guide list.
    ['GB-COH', '09506232', '09506232'],
    ['GB-COH', 'GB-COH-09506232', '09506232'],
    ['GB-CHC', '279417', '279417'],
    ['GB-CHC', '1090095', '1090095'],
    ['GB-SC', 'SC042386', 'SC042386'],
    ['GB-SC', 'SC000587', 'SC000587'],
    ['GB-SC', '587', 'SC000587'],
    ['GB-NIC', '100019', 'NIC100019'],
    ['GB-NIC', 'nic 100019', 'NIC100019'],
    ['GB-MPR', '235C', '235C'],
    ['GB-MPR', 'IP031455', 'IP031455'],
    ['GB-UKPRN', '10000346', '10000346'],
    ['GB-NHS', '7a1a5', '7A1A5'],
    ['GB-NHS', 'RAX', 'RAX'],
    ['GB-PPON', 'pmzv-1234-abcd', 'PMZV-1234-ABCD'],
    ['GB-PPON', 'PMZV1234ABCD', 'PMZV-1234-ABCD'],
    ['GB-PPON', 'GB-PPON-PMZV–1234–ABCD', 'PMZV-1234-ABCD'],
    // VAT numbers that the python-stdnum and Oracle validators give as good.
    ['VAT', 'GB 980 7806 84', 'GB980780684'],
    ['VAT', '340804329', 'GB340804329'],
    ['VAT', '391 3130 73', 'GB391313073'],
    ['VAT', '417258843', 'GB417258843'],
    ['VAT', '940068928', 'GB940068928'],
    ['VAT', 'XI340804329', 'XI340804329'],
    ['VAT', 'xi 340 8043 29', 'XI340804329'],
    ['VAT', 'GBGD123', 'GBGD123'],
    ['VAT', 'HA567', 'GBHA567'],
    ['ICO', 'za123456', 'ZA123456'],
  ])('%s %j becomes %j', (scheme, typed, value) => {
    expect(checkIdentifier(scheme, typed)).toEqual({ verdict: 'valid', value });
  });
});

describe('a number that may be right is kept and doubted', () => {
  test.each<[IdentifierScheme, string, string, string]>([
    ['GB-COH', 'XQ123456', 'XQ123456', 'unknownPrefix'],
    ['GB-COH', 'IP000CUS', 'IP000CUS', 'unusualShape'],
    ['GB-COH', 'SC1234AB', 'SC1234AB', 'unusualShape'],
    ['GB-CHC', '1090095-2', '1090095-2', 'linkedCharity'],
    ['GB-CHC', '12345', '12345', 'unusualShape'],
    ['GB-PPON', 'PMZ1-1234-ABCD', 'PMZ1-1234-ABCD', 'unusualShape'],
    ['GB-UKPRN', '20000346', '20000346', 'unusualShape'],
    ['GB-MPR', 'NMR-44', 'NMR-44', 'unusualShape'],
    ['ICO', '00012345678', '00012345678', 'unusualShape'],
    ['VAT', '802311781', 'GB802311781', 'checkDigits'],
    ['VAT', 'GB123456781', 'GB123456781', 'checkDigits'],
    ['VAT', 'XI802311781', 'XI802311781', 'checkDigits'],
    ['VAT', 'IE6388047V', 'IE6388047V', 'unusualShape'],
  ])('%s %j is kept as %j: %s', (scheme, typed, value, kind) => {
    expect(checkIdentifier(scheme, typed)).toMatchObject({ verdict: 'unusual', value, doubt: { kind, scheme } });
  });

  it('doubts every VAT number with one digit changed', () => {
    for (let place = 0; place < 9; place += 1) {
      const digits = Array.from('980780684');
      digits[place] = String((Number(digits[place]) + 1) % 10);
      expect(checkIdentifier('VAT', digits.join('')).verdict, digits.join('')).toBe('unusual');
    }
  });
});

describe('what cannot be a number of the register is refused', () => {
  test.each<[IdentifierScheme, string]>([
    ['GB-COH', '123456789'],
    ['GB-COH', '00000000'],
    ['GB-COH', 'SC1234567'],
    ['GB-COH', 'Kestrel Row'],
    ['GB-CHC', 'SC042386'],
    ['GB-SC', '1090095'],
    ['GB-PPON', '1234'],
    ['GB-UKPRN', '1000034'],
    ['VAT', '12345678'],
    ['VAT', 'GD500'],
    ['VAT', 'XI12345678'],
    ['GB-NHS', '<b>RAX</b>'],
  ])('%s %j', (scheme, typed) => {
    expect(checkIdentifier(scheme, typed)).toMatchObject({ verdict: 'invalid', problem: { kind: 'shape', scheme } });
  });

  it.each(['', '   ', '\u200B'])('%j is empty', (typed) => {
    expect(checkIdentifier('GB-COH', typed)).toEqual({
      verdict: 'invalid',
      problem: { kind: 'empty', scheme: 'GB-COH' },
    });
  });

  it('names the other register where only one has numbers of that form', () => {
    const check = checkIdentifier('GB-COH', 'PMZV-1234-ABCD');
    expect(check.verdict === 'invalid' && identifierProblemSentence(check.problem)).toContain('(PPON)');
  });
});

test('every prefix of Companies House is known', () => {
  // Companies House, “Uniform Resource Identifiers: customer guide”, and the forms of its register since.
  const known =
    'AC BR CE CS FC GE GN GS IC IP LP NA NC NF NI NL NO NP NR NZ OC OE PC RC RS SA SC SE SF SG SI SL SO SP SR SZ ZC';
  for (const prefix of known.split(' ')) {
    expect(checkIdentifier('GB-COH', `${prefix}012345`)).toEqual({ verdict: 'valid', value: `${prefix}012345` });
  }
});

describe('the table of registers', () => {
  it.each(keysOf(identifierSchemes))('gives an example of %s that is valid', (scheme) => {
    const { example } = identifierSchemes[scheme];
    expect(checkIdentifier(scheme, example)).toEqual({ verdict: 'valid', value: example });
  });

  it('gives a form that its own check takes again unchanged', () => {
    for (const scheme of keysOf(identifierSchemes)) {
      for (const typed of [
        'IP1234R',
        '1234567',
        '12',
        'pmzv 1234 abcd',
        'gb 980780684',
        'za123456',
        '10000346',
        '1090095-2',
      ]) {
        const check = checkIdentifier(scheme, typed);
        if (check.verdict !== 'invalid') expect(checkIdentifier(scheme, check.value)).toEqual(check);
      }
    }
  });
});
