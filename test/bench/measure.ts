/** The figures of one series of runs. */
export interface Series {
  readonly runs: number;
  readonly min: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

export function seriesOf(values: readonly number[]): Series {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
  return { runs: sorted.length, min: at(0), median: at(0.5), p95: at(0.95), max: at(1) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** One line of the results: what was measured beside which floor in the same run, and what was aimed at. */
export interface Finding {
  readonly what: string;
  readonly unit: 'ms' | 'ratio' | 'MiB';
  readonly measured: Series;
  readonly floor: { readonly what: string; readonly series: Series } | null;
  /** Measured median by floor median, or the measured figure itself where there is no floor. */
  readonly figure: number;
  /** `null` where a figure is only to be seen beside others. */
  readonly target: number | null;
}

/** Compares two series that were measured in turn, A B A B …, so that a drift of the machine falls on both. */
export function compared(
  what: string,
  measured: readonly number[],
  floor: string,
  floorValues: readonly number[],
  target: number,
): Finding {
  const series = seriesOf(measured);
  const floorSeries = seriesOf(floorValues);
  const figure = round(series.median / floorSeries.median);
  return { what, unit: 'ratio', measured: series, floor: { what: floor, series: floorSeries }, figure, target };
}
