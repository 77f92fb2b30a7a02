import type { Pane } from './pane.ts';

const LONG_MS = 60_000;

/** Shortens the add-in's timers of a minute or more to `longWaitsMs` of the scenario. */
export function shortenLongWaits(pane: Pane): void {
  const set = window.setTimeout.bind(window);
  const shortened = (handler: TimerHandler, ms = 0, ...args: unknown[]) => {
    const { longWaitsMs } = pane.config;
    return set(handler, longWaitsMs !== null && ms >= LONG_MS ? longWaitsMs : ms, ...args);
  };
  window.setTimeout = shortened as typeof window.setTimeout;
}
