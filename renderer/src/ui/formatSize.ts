/** A file's size for reading: `12 KB`, `3.4 MB`, `1,130 MB`, `34 GB`. */
export function formatSize(bytes: number): string {
  const [size, unit] = scaled(bytes);
  return `${size < 10 ? Math.max(size, 0.1).toFixed(1) : Math.round(size).toLocaleString('en-GB')} ${unit}`;
}

/** Megabytes to ten thousand: of a limit of a gigabyte a tenth of one would say too little. */
function scaled(bytes: number): readonly [number, string] {
  if (bytes < 1_000_000) return [bytes / 1000, 'KB'];
  return bytes < 10_000_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000_000_000, 'GB'];
}
