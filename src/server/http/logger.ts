import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config.ts';

/** Anything that looks like a JSON Web Token. None should come this far; this is the second lock. */
const TOKEN = /eyJ[\w-]{8,}\.[\w-]+(\.[\w-]*)?/g;
const SECRET_MEMBERS = [
  'authorization',
  'token',
  'assertion',
  'accessToken',
  'access_token',
  'secret',
  'cookie',
];

/** One JSON line per event on standard output. */
export function createLogger(
  { logLevel }: Pick<Config, 'logLevel'>,
  destination?: DestinationStream,
): Logger {
  const options = {
    level: logLevel,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorFacts },
    redact: { paths: SECRET_MEMBERS.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Of an error that nobody expected: what a developer needs to find it. */
function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: scrub(String(error)) };
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    message: scrub(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.stack === undefined ? {} : { stack: scrub(error.stack) }),
  };
}

export function scrub(text: string): string {
  return text.replace(TOKEN, '[token]');
}
