import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config.ts';

/**
 * Whole runs of the characters of a JSON Web Token. Nothing is looked for inside of a run by the expression: a text that
 * an outsider chose, such as `eyJ` a hundred thousand times, would take the square of its length.
 */
const RUN = /(?<![\w.-])[\w.-]+/g;
const TOKEN_START = 'eyJ';
/** Characters of the first part: `{"alg":` takes more. */
const SHORTEST_HEADER = 11;
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

/** Lines are written together, at the latest after this time: a write for each would cost a fifth of a request. */
const FLUSH_MS = 200;
const TOGETHER_CHARACTERS = 4_096;
/** When nobody reads the output, lines are lost, and not memory or time. */
const MOST_WAITING_CHARACTERS = 4 * 1024 * 1024;

/** One JSON line per event. Nothing is lost when the process ends by itself: pino writes the rest at the exit. */
export function createLogger(
  { logLevel }: Pick<Config, 'logLevel'>,
  destination: DestinationStream = standardOutput(),
): Logger {
  const options = {
    level: logLevel,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorFacts },
    redact: { paths: SECRET_MEMBERS.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
  };
  return pino(options, destination);
}

/**
 * For lines whose members are ours, flat and known: looking for secrets further down would cost four times what the
 * line itself costs.
 */
export function flatLines(logger: Logger): Logger {
  return logger.child({}, { redact: { paths: SECRET_MEMBERS, censor: '[redacted]' } });
}

function standardOutput(): DestinationStream {
  return pino.destination({
    fd: 1,
    sync: false,
    minLength: TOGETHER_CHARACTERS,
    maxLength: MOST_WAITING_CHARACTERS,
    periodicFlush: FLUSH_MS,
  });
}

/** Secrets in the texts of libraries: an address with a password, a header, a form, a connection string. */
const IN_TEXTS: readonly (readonly [RegExp, string])[] = [
  // To the last @: a password may have one, although it should be encoded.
  [/(\/\/[^\s/:@]*):[^\s/]+@/g, '$1:[redacted]@'],
  [/\b(Bearer|Basic) [\w.~+/=-]{6,}/gi, '$1 [redacted]'],
  [
    /\b((?:client_secret|client_assertion|assertion|(?:access|refresh)_token|InstrumentationKey)["']?[=:]\s*["']?)[^\s&;,"']+/gi,
    '$1[redacted]',
  ],
];

function scrubText(text: string): string {
  return IN_TEXTS.reduce((clean, [secret, instead]) => clean.replace(secret, instead), scrub(text));
}

/** Of an error that nobody expected: what a developer needs to find it. */
function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: scrubText(String(error)) };
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    message: scrubText(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.stack === undefined ? {} : { stack: scrubText(error.stack) }),
  };
}

/** Returns the text without anything that looks like a JSON Web Token. None should come this far. */
export function scrub(text: string): string {
  return text.replace(RUN, withoutToken);
}

function withoutToken(run: string): string {
  let start = run.indexOf(TOKEN_START);
  while (start >= 0) {
    const dot = run.indexOf('.', start);
    if (dot < 0 || dot === run.length - 1) return run;
    if (dot - start >= SHORTEST_HEADER) return `${run.slice(0, start)}[token]`;
    start = run.indexOf(TOKEN_START, dot);
  }
  return run;
}
