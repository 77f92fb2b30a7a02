/** The options of the server, one per line. To leave one out, delete its line and its folder. */
export { redis } from './options/redis/index.ts';
export { telemetry } from './options/telemetry/index.ts';
export { events } from './options/events/index.ts';
export { preferences } from './options/preferences/index.ts';
// Keeps this file a module when no option is left.
export {};
