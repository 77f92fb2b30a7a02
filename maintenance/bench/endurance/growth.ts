import type { Sample } from './testedServer.ts';

/** Allowed growth of memory after the warm-up. */
export const MAX_GROWTH = 0.1;

export interface Growth {
  readonly rss: number;
  readonly heap: number;
}

/**
 * Returns the growth of memory: the minimum of the second half relative to that of the first. Garbage and V8's reserved
 * pages come and go above the minimum; a leak raises it.
 * @returns fractions, such as 0.03; negative if memory has shrunk
 */
export function growth(warm: readonly Pick<Sample, 'rss' | 'heap'>[]): Growth {
  const half = Math.ceil(warm.length / 2);
  const least = (member: 'rss' | 'heap', samples: typeof warm) =>
    Math.min(...samples.map((sample) => sample[member]));
  const of = (member: 'rss' | 'heap') =>
    least(member, warm.slice(half)) / least(member, warm.slice(0, half)) - 1;
  return { rss: of('rss'), heap: of('heap') };
}

export const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(1);
export const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
