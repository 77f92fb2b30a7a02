import type { Pane } from './pane.ts';

const LONG_MS = 60_000;

/** Lets the add-in's time limits of a minute or more pass within seconds, where the scenario says so. */
export function shortenLongWaits(pane: Pane): void {
  const set = window.setTimeout.bind(window);
  const shortened = (handler: TimerHandler, ms = 0, ...args: unknown[]) => {
    const { longWaitsMs } = pane.facts;
    return set(handler, longWaitsMs !== null && ms >= LONG_MS ? longWaitsMs : ms, ...args);
  };
  window.setTimeout = shortened as typeof window.setTimeout;
}
