import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config.ts';

/**
 * A run of characters that a JSON Web Token can contain. The expression does not search within a run: text from an
 * attacker, such as `eyJ` a hundred thousand times, would take quadratic time.
 */
const TOKEN_CHARACTERS = /(?<![\w.-])[\w.-]+/g;
const TOKEN_START = 'eyJ';
/** Minimum length of a token's first part: even `{"alg":` is longer. */
const MIN_HEADER_CHARACTERS = 11;
const SECRET_MEMBERS = [
  'authorization',
  'token',
  'assertion',
  'accessToken',
  'access_token',
  'refresh_token',
  'secret',
  'clientSecret',
  'client_secret',
  'password',
  'cookie',
];

/** Log lines are written in batches, after this time at the latest: one write per line costs a fifth of a request. */
const FLUSH_MS = 200;
const BATCH_CHARACTERS = 4_096;
/** If stdout backs up, drop lines rather than block or run out of memory. */
const MAX_BUFFERED_CHARACTERS = 4 * 1024 * 1024;

/** Creates a logger that writes one JSON line per event. pino flushes the rest when the process exits. */
export function createLogger(
  { logLevel }: Pick<Config, 'logLevel'>,
  destination: DestinationStream = standardOutput(),
): Logger {
  const options = {
    level: logLevel,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: serializeError },
    redact: { paths: SECRET_MEMBERS.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
  };
  return pino(options, destination);
}

/**
 * Returns a logger that redacts only top-level members, for log lines with known, flat members. Searching nested members
 * costs four times as much as the line itself.
 */
export function shallowRedaction(logger: Logger): Logger {
  return logger.child({}, { redact: { paths: SECRET_MEMBERS, censor: '[redacted]' } });
}

function standardOutput(): DestinationStream {
  return pino.destination({
    fd: 1,
    sync: false,
    minLength: BATCH_CHARACTERS,
    maxLength: MAX_BUFFERED_CHARACTERS,
    periodicFlush: FLUSH_MS,
  });
}

/** Secrets in messages from libraries: a URL with a password, a header, a form, a connection string. */
const SECRET_PATTERNS: readonly (readonly [RegExp, string])[] = [
  // Up to the last @: a password may contain an unencoded one.
  [/(\/\/[^\s/:@]*):[^\s/]+@/g, '$1:[redacted]@'],
  [/\b(Bearer|Basic) [\w.~+/=-]{6,}/gi, '$1 [redacted]'],
  [
    /\b((?:client_secret|client_assertion|assertion|(?:access|refresh)_token|InstrumentationKey)["']?[=:]\s*["']?)[^\s&;,"']+/gi,
    '$1[redacted]',
  ],
];

function redactSecrets(text: string): string {
  return SECRET_PATTERNS.reduce(
    (clean, [secret, replacement]) => clean.replace(secret, replacement),
    redactTokens(text),
  );
}

/** Returns name, message, code and stack of an unexpected error, without secrets. Leaves out other members. */
function serializeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: redactSecrets(String(error)) };
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    message: redactSecrets(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.stack === undefined ? {} : { stack: redactSecrets(error.stack) }),
  };
}

/** Replaces anything that looks like a JSON Web Token. A last resort: no token should get this far. */
export function redactTokens(text: string): string {
  return text.replace(TOKEN_CHARACTERS, withoutToken);
}

function withoutToken(run: string): string {
  let start = run.indexOf(TOKEN_START);
  while (start >= 0) {
    const dot = run.indexOf('.', start);
    if (dot < 0 || dot === run.length - 1) return run;
    if (dot - start >= MIN_HEADER_CHARACTERS) return `${run.slice(0, start)}[token]`;
    start = run.indexOf(TOKEN_START, dot);
  }
  return run;
}
