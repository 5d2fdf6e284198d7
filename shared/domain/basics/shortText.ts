/** A text in one line and, where it is longer than `most` characters, cut with an ellipsis. */
export function shortText(text: string, most: number): string {
  const words = text.trim().replaceAll(/\s+/g, ' ');
  return words.length > most ? `${words.slice(0, most - 3)}…` : words;
}
