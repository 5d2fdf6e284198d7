/** Beyond so many who could matter the answer is not calculated: the work doubles with every two more. */
export const mostCandidates = 28;

/**
 * Which of some weights stand in at least one minimal set: one whose weights reach `need` together and fall short of it
 * without any one of them. The answer is by place in `weights`; `null` where more than `mostCandidates` would have to be
 * tried. `need` and all weights are whole numbers; a weight of nothing or less stands in no minimal set.
 *
 * One stands in a minimal set exactly where some of the others come to less than `need` without it and reach it with it:
 * whoever is not needed can then be left out, one by one, and it stays needed. So of two weights the heavier stands in
 * one if the lighter does, and only the lightest that does has to be found. The lighter ones need not be tried in every
 * combination: added one by one they cannot step over a gap as wide as the weight in question.
 */
export function inSomeMinimalSet(need: number, weights: readonly number[]): readonly boolean[] | null {
  const sorted = weights.filter((weight) => weight > 0).toSorted((a, b) => a - b);
  if (need <= 0 || sumOf(sorted) < need) return weights.map(() => false);
  // The heaviest always stands in one: left out last, it is needed.
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const stands = canMatter(need, sorted, middle);
    if (stands === null) return null;
    if (stands) high = middle;
    else low = middle + 1;
  }
  const lightest = sorted[low] ?? Infinity;
  return weights.map((weight) => weight >= lightest);
}

/** Whether some of the others come to less than `need`, and to `need` with the one at `index`; weights are sorted. */
function canMatter(need: number, sorted: readonly number[], index: number): boolean | null {
  const own = sorted[index] ?? 0;
  const others = sorted.toSpliced(index, 1);
  const light = sumOf(others.filter((weight) => weight <= own));
  const heavy = others.filter((weight) => weight > own && weight < need);
  const best = heaviestBelow(need, heavy);
  return best === null ? null : best + light >= need - own;
}

/** The largest sum of some of the weights that is less than `limit`; both halves are tried in all combinations. */
function heaviestBelow(limit: number, weights: readonly number[]): number | null {
  if (sumOf(weights) < limit) return sumOf(weights);
  if (weights.length > mostCandidates) return null;
  const half = weights.length >> 1;
  const left = sumsOf(weights.slice(0, half));
  const right = sumsOf(weights.slice(half));
  let [best, at] = [0, right.length - 1];
  for (const sum of left) {
    while (at >= 0 && sum + (right[at] ?? 0) >= limit) at -= 1;
    if (at < 0) break;
    best = Math.max(best, sum + (right[at] ?? 0));
  }
  return best;
}

/** The sums of all selections, in order. */
function sumsOf(weights: readonly number[]): Float64Array {
  const sums = new Float64Array(2 ** weights.length);
  for (const [at, weight] of weights.entries()) {
    const filled = 2 ** at;
    for (let index = 0; index < filled; index += 1) sums[filled + index] = (sums[index] ?? 0) + weight;
  }
  return sums.sort();
}

/**
 * The first few minimal sets, as places in `weights`, those of the heaviest weights first. Going down from the heaviest, the
 * one that reaches `need` is the lightest of its set, so that every set found is minimal.
 */
export function firstMinimalSets(
  need: number,
  weights: readonly number[],
  most: number,
): readonly (readonly number[])[] {
  const order = [...weights.keys()]
    .filter((at) => (weights[at] ?? 0) > 0)
    .toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  const rest = order.map((_, from) => sumOf(order.slice(from).map((at) => weights[at] ?? 0)));
  const sets: (readonly number[])[] = [];
  const search = (from: number, missing: number, chosen: readonly number[]): void => {
    const at = order[from];
    if (sets.length >= most || at === undefined || (rest[from] ?? 0) < missing) return;
    const left = missing - (weights[at] ?? 0);
    if (left <= 0) sets.push([...chosen, at]);
    else search(from + 1, left, [...chosen, at]);
    search(from + 1, missing, chosen);
  };
  if (need > 0) search(0, need, []);
  return sets;
}

function sumOf(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}
