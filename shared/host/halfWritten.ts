// A whole file is written under another name first. What a run that was killed left under such a name is cleared away later.

/** The name of a file while it is written; `unique` is a UUID. Its dot keeps it out of every list of stored files. */
export function halfWrittenName(unique: string): string {
  return `.muster-${unique}.tmp`;
}

/** Whether a file has the name of one that is being written. */
export function isHalfWritten(name: string): boolean {
  return /^\.muster-[\da-f-]{36}\.tmp$/.test(name);
}

const longestWriteMs = 3_600_000;

/** Whether a half-written file was left behind: `writtenAt` in milliseconds since 1970; within the hour it may be under way. */
export function isLeftBehind(writtenAt: number, now: Date): boolean {
  return now.getTime() - writtenAt > longestWriteMs;
}
