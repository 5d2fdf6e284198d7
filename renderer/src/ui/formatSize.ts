/** A file's size for reading: `12 KB`, `3.4 MB`. */
export function formatSize(bytes: number): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${size < 10 ? Math.max(size, 0.1).toFixed(1) : Math.round(size).toLocaleString('en-GB')} ${unit}`;
}
