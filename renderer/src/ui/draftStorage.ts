const prefix = 'muster.draft.';

// Storage that is full or forbidden must not stop anyone from typing: the text is then in the field alone, and the
// command that stores it follows within a second.
export function readDraft(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

export function keepDraft(key: string, text: string): void {
  try {
    localStorage.setItem(prefix + key, text);
  } catch {
    removeDraft(key);
  }
}

export function removeDraft(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept either.
  }
}

/** Takes away whatever was kept of typing under keys that hold `part`. */
export function removeDraftsOf(part: string): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
    for (const key of keys) if (key.startsWith(prefix) && key.includes(part)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
}
