import type { Sample } from './testedServer.ts';

/** No more than this may the memory grow once it is warm. */
export const MOST_GROWTH = 0.1;

export interface Growth {
  readonly rss: number;
  readonly heap: number;
}

/**
 * How much the memory has grown: the least of the second half against the least of the first. What the process has
 * above that comes and goes with the garbage and the pages that V8 keeps; what is forgotten raises the floor.
 * @returns shares, such as 0.03; negative when it has shrunk
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
