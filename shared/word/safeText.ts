/** What XML 1.0 cannot hold even as a reference, so that one character in an answer would make the whole file unreadable. */
// oxlint-disable-next-line no-control-regex -- these are the characters to find
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Half of a character, which UTF-8 cannot hold. */
const loneSurrogate = /\p{Cs}/gu;

/** Text as lines fit for a Word file: nothing visible is lost; what has no shape goes, and half characters become U+FFFD. */
export function safeLines(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => line.replaceAll('\t', ' ').replaceAll(notXml, '').replaceAll(loneSurrogate, '\ufffd'));
}

/** Text on one line, for properties and headings. */
export function safeLine(text: string): string {
  return safeLines(text).join(' ');
}

/** Whether text begins, by its first letter with a direction of its own, in a script that runs from right to left. */
export function runsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first);
}
