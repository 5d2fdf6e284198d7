/** Words joined for a sentence: `A`, `A and B`, `A, B and C`; `''` where there are none. */
export function joinedWords(words: readonly string[], join: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${join} ${words.at(-1) ?? ''}`;
}
