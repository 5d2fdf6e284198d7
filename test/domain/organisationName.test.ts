import { describe, expect, it, test } from 'vitest';
import { checkName, nameProblemSentence } from '../../shared/domain/organisation/organisationName.ts';

describe('checkName', () => {
  test.each([
    'Kestrel Row CIC',
    'Tŷ Gobaith Cyf',
    '<script>alert("x")</script> & Sons',
    'جمعية الأمل الخيرية',
    'ארגון צדקה',
    '北京互助社',
    'Repair 🔧 Café 👩‍🔧',
    "=cmd|'/c calc'!A0",
    'x'.repeat(500),
    '🔧'.repeat(500),
  ])('keeps %j as it is', (name) => {
    expect(checkName(name)).toEqual({ ok: true, value: name });
  });

  test.each<[string, string]>([
    ['  Kestrel Row CIC\n', 'Kestrel Row CIC'],
    ['Kestrel\r\nRow\tCIC', 'Kestrel Row CIC'],
    ['Kestrel\u0000 Row\u0007', 'Kestrel Row'],
    ['Kestrel \u202Ewoh\u202C Row', 'Kestrel woh Row'],
    ['Kestrel \uD83D Row', 'Kestrel  Row'],
  ])('cleans %j to %j', (typed, value) => {
    expect(checkName(typed)).toEqual({ ok: true, value });
  });

  test.each(['', '   ', '\n', '\u200B\u00A0', '\u0000', '\u202E'])('refuses %j as empty', (typed) => {
    expect(checkName(typed)).toEqual({ ok: false, error: { kind: 'empty' } });
  });

  it('refuses 10,000 characters with their number and with what to do', () => {
    const result = checkName('é'.repeat(10_000));
    expect(result).toEqual({ ok: false, error: { kind: 'tooLong', characters: 10_000, most: 500 } });
    expect(!result.ok && nameProblemSentence(result.error)).toMatch(/10,000 characters.*500.*still here/);
  });
});
