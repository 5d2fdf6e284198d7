/** Letters that Unicode does not take apart into a base letter and a mark. */
const ligatures: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
};

/** Text for comparing and searching: lower case, without accents and apostrophes (`St John’s, Tŷ` → `st johns, ty`). */
export function foldText(text: string): string {
  const plain = text.toLowerCase().replaceAll(/['’‘`]/g, '');
  if (/^[\0-\x7f]*$/.test(plain)) return plain;
  return plain
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[æœøłđðþßı]/g, (letter) => ligatures[letter] ?? letter);
}
