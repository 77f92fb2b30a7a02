import type { Dispatcher } from 'undici';
import type { Limits } from '../limits.ts';
import type { Telemetry } from '../telemetry.ts';

/** How the server reaches other services; handed in, so that tests decide about time and network. */
export interface Outbound {
  readonly dispatcher: Dispatcher;
  readonly limits: Limits;
  readonly clock: () => number;
  readonly random: () => number;
  /** Absent: nobody is told. */
  readonly telemetry?: Telemetry | undefined;
}
