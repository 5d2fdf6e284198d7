/**
 * A name as every file system takes it: no separators, wildcards, control or direction marks; not too long, not a hidden
 * file. Empty where nothing is left.
 */
export function plainFileName(name: string): string {
  const letters = name.replaceAll(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu, ' ');
  const short = Array.from(letters.replaceAll(/\s+/g, ' ')).slice(0, 40).join('');
  return short.replaceAll(/^[. ]+|[. ]+$/g, '');
}
