/** One line of the benchmark's table. All three values share the unit. */
export type Figure = {
  readonly what: string;
  readonly unit: 'ms' | 's' | 'MB';
  readonly measured: number;
  readonly budget?: number;
  readonly floor?: number;
  readonly floorIs?: string;
};

/** Middle of the wall-clock times of `runs` calls, in milliseconds, after one call that is not counted. */
export function median(runs: number, work: () => void): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

/** The value below which `share` per cent of the values lie; 0 when there is none. */
export function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * share) / 100))] ?? 0;
}
