/**
 * What Electron carries between processes as a structured clone, as text: a binding of the DevTools protocol carries
 * nothing else. A value JSON has no word for is a pair of a tag and what is needed to make it again.
 */
export function encode(value: unknown): string {
  return JSON.stringify(pack(value));
}

export function decode(text: string): unknown {
  return unpack(JSON.parse(text));
}

function pack(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : ['number', String(value)];
  if (typeof value === 'bigint') return ['bigint', String(value)];
  if (value === undefined) return ['undefined', null];
  if (typeof value !== 'object') throw new DOMException('An object could not be cloned.', 'DataCloneError');
  if (value instanceof Uint8Array) return ['bytes', toBase64(value)];
  if (value instanceof Date) return ['date', value.getTime()];
  if (value instanceof Map) return ['map', [...value].map(([key, item]) => [pack(key), pack(item)])];
  if (value instanceof Set) return ['set', [...value].map(pack)];
  if (value instanceof Error) return ['error', value.message];
  if (Array.isArray(value)) return ['array', value.map(pack)];
  return ['object', Object.entries(value).map(([key, item]) => [key, pack(item)])];
}

function unpack(packed: unknown): unknown {
  if (!Array.isArray(packed)) return packed;
  const [tag, content]: unknown[] = packed;
  switch (tag) {
    case 'number':
      return Number(content);
    case 'bigint':
      return BigInt(String(content));
    case 'bytes':
      return fromBase64(String(content));
    case 'date':
      return new Date(Number(content));
    case 'map':
      return new Map(pairs(content).map(([key, item]) => [unpack(key), unpack(item)]));
    case 'set':
      return new Set(list(content).map(unpack));
    case 'error':
      return new Error(String(content));
    case 'array':
      return list(content).map(unpack);
    case 'object':
      return Object.fromEntries(pairs(content).map(([key, item]) => [String(key), unpack(item)]));
    default:
      return undefined;
  }
}

function list(content: unknown): unknown[] {
  return Array.isArray(content) ? content : [];
}

function pairs(content: unknown): [unknown, unknown][] {
  return list(content).map((pair) => {
    const [first, second] = list(pair);
    return [first, second];
  });
}

function toBase64(bytes: Uint8Array): string {
  const chunk = 32_768;
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
