/** The SHA-256 of some bytes, as 64 lower-case hexadecimal digits (FIPS 180-4). */
export async function sha256(bytes: Uint8Array): Promise<string> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only memory shared between threads is refused
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
