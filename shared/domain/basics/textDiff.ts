/** A piece of a text: what stayed, what was taken out, what was put in. */
export interface TextPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond so many differing words two texts are shown one after the other: nobody reads such a patchwork. */
const mostSteps = 300;

/**
 * How one text became another, word by word: the pieces that are not `added` make the old text, those that are not
 * `removed` make the new one. The shortest way from one to the other (Myers, "An O(ND) Difference Algorithm", 1986).
 */
export function textDiff(before: string, after: string): readonly TextPiece[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = shortestWay(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return joined([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ]);
}

/** Words with the space or line break that follows them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\n|[^\s]+[^\S\n]*|[^\S\n]+/g) ?? [];
}

function shortestWay(old: readonly string[], now: readonly string[]): readonly TextPiece[] {
  // After each number of steps, how far into the old text each diagonal has come.
  const reached: ReadonlyMap<number, number>[] = [];
  let front = new Map<number, number>([[1, 0]]);
  for (let steps = 0; steps <= Math.min(old.length + now.length, mostSteps); steps += 1) {
    reached.push(front);
    const next = new Map<number, number>();
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const down = goesDown(front, diagonal, steps);
      let x = down ? (front.get(diagonal + 1) ?? 0) : (front.get(diagonal - 1) ?? 0) + 1;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= old.length && x - diagonal >= now.length) return wayBack(old, now, reached);
    }
    front = next;
  }
  return [
    { kind: 'removed', text: old.join('') },
    { kind: 'added', text: now.join('') },
  ];
}

function goesDown(front: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean {
  if (diagonal === -steps) return true;
  return diagonal !== steps && (front.get(diagonal - 1) ?? -1) < (front.get(diagonal + 1) ?? -1);
}

function wayBack(
  old: readonly string[],
  now: readonly string[],
  reached: readonly ReadonlyMap<number, number>[],
): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let [x, y] = [old.length, now.length];
  for (let steps = reached.length - 1; steps >= 0; steps -= 1) {
    const front = reached[steps] ?? new Map<number, number>();
    const diagonal = x - y;
    const before = goesDown(front, diagonal, steps) ? diagonal + 1 : diagonal - 1;
    const fromX = steps === 0 ? 0 : (front.get(before) ?? 0);
    const fromY = steps === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      pieces.push({ kind: 'same', text: old[x] ?? '' });
    }
    if (x > fromX) pieces.push({ kind: 'removed', text: old[--x] ?? '' });
    else if (y > fromY) pieces.push({ kind: 'added', text: now[--y] ?? '' });
  }
  return pieces.toReversed();
}

/** Neighbours of one kind as one piece; between two places that stayed, what was taken out comes before what was put in. */
function joined(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const whole: TextPiece[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') whole.push({ kind: 'removed', text: removed });
    if (added !== '') whole.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const { kind, text } of pieces) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = whole.at(-1);
      if (last?.kind === 'same') whole[whole.length - 1] = { kind, text: last.text + text };
      else whole.push({ kind, text });
    }
  }
  flush();
  return whole;
}
