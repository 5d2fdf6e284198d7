const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is a UUID (RFC 9562) of any version, in capitals or small letters, and nothing else: no braces, no line end. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
