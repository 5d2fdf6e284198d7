/** A text in one line and, where it is longer than `most` characters, cut with an ellipsis: after a word where one ends near. */
export function shortText(text: string, most: number): string {
  const words = text.trim().replaceAll(/\s+/g, ' ');
  if (words.length <= most) return words;
  // Half of a character, which a cut may leave, goes too.
  const cut = words.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  const end = words.charAt(most - 1) === ' ' ? cut.length : cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.]+$/, '')}…`;
}
