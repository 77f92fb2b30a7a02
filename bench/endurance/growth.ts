import type { Sample } from './testedServer.ts';

/** No more than this may the memory grow once it is warm. */
export const MOST_GROWTH = 0.1;

export interface Growth {
  readonly rss: number;
  readonly heap: number;
}

/**
 * How much the memory has grown: the middle of the last samples against the middle of the first warm ones, so that
 * neither a dip nor a peak decides. @returns shares, such as 0.03; negative when it has shrunk
 */
export function growth(warm: readonly Pick<Sample, 'rss' | 'heap'>[]): Growth {
  const few = Math.max(1, Math.min(5, Math.floor(warm.length / 3)));
  const of = (member: 'rss' | 'heap') => {
    const values = warm.map((sample) => sample[member]);
    return middle(values.slice(-few)) / middle(values.slice(0, few)) - 1;
  };
  return { rss: of('rss'), heap: of('heap') };
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

export const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(1);
export const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
