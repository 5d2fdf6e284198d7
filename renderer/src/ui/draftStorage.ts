const prefix = 'muster.draft.';

// Storage that is full or forbidden must not stop anyone from typing: the text is then in the field alone, and the
// command that stores it follows within a second.
export function readDraft(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

export function keepDraft(name: string, text: string): void {
  try {
    localStorage.setItem(prefix + name, text);
  } catch {
    removeDraft(name);
  }
}

export function removeDraft(name: string): void {
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // Nothing was kept either.
  }
}

/** So many windows may type into one field; nobody has more open on it. */
const atOnce = 8;

/** The names under which windows keep what is typed into one field: each its own, or one would take away what another keeps. */
function namesOf(key: string): readonly string[] {
  return Array.from({ length: atOnce }, (_, at) => (at === 0 ? key : `${key}#${at + 1}`));
}

/** The names under which something is kept of a field. */
export function keptNames(key: string): readonly string[] {
  return namesOf(key).filter((name) => readDraft(name) !== null);
}

/** A name under which nobody keeps what is typed into a field. */
export function freeName(key: string): string {
  return namesOf(key).find((name) => readDraft(name) === null) ?? key;
}

/** The name that a key of localStorage stands for; `null` where it is none of ours. */
export function draftName(key: string): string | null {
  return key.startsWith(prefix) ? key.slice(prefix.length) : null;
}

/** Takes away what was kept of typing wherever `goes` says so, by its name (the record's id and the field) and its text. */
export function removeDraftsWhere(goes: (name: string, text: string) => boolean): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
    for (const key of keys) {
      const name = draftName(key);
      if (name !== null && goes(name, localStorage.getItem(key) ?? '')) localStorage.removeItem(key);
    }
  } catch {
    // Nothing was kept either.
  }
}
