/** Windows keeps these for devices, whatever extension follows (Microsoft, "Naming Files, Paths, and Namespaces"). */
const reservedOnWindows = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * What no file name may contain on one of the systems Muster runs on: separators, wildcards, controls, halves of a
 * character. The marks that turn the direction of text are refused too: with them, `invoice[RLO]vsc.exe` reads as
 * `invoiceexe.csv`.
 */
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** File systems allow 255 bytes; the rest is left for what a person or a download adds to the name. */
const maximumBytes = 200;

/** Whether `name` is a plain name, without a folder, that can be written on Windows, macOS and Linux alike. */
export function isFileName(name: string): boolean {
  return (
    name.trim() !== '' &&
    !forbidden.test(name) &&
    !reservedOnWindows.test(name) &&
    !/^\.|[. ]$/.test(name) &&
    utf8Length(name) <= maximumBytes
  );
}

/**
 * A name under which a file can be saved wherever Muster runs, as near to `name` as can be: evidence that came from another
 * system, or from someone who means harm, must come out again. A name that is fine already stays as it is.
 */
export function savableName(name: string): string {
  const plain = name.replaceAll(new RegExp(forbidden, 'gu'), '_').replaceAll(/^[.\s]+|[.\s]+$/g, '');
  const harmless = reservedOnWindows.test(plain) ? `_${plain}` : plain;
  const [, stem = harmless, extension = ''] = /^(.+)(\.[^.]{1,16})$/u.exec(harmless) ?? [];
  const letters = Array.from(stem);
  while (utf8Length(letters.join('') + extension) > maximumBytes) letters.pop();
  const short = letters.join('').trimEnd() + extension;
  return isFileName(short) ? short : 'file';
}

function utf8Length(text: string): number {
  return encodeURIComponent(text).replaceAll(/%../g, '_').length;
}
