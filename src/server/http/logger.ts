import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { pino, type DestinationStream, type Logger } from 'pino';
import { CORRELATION_HEADER } from '../../contract/api.ts';
import type { ProblemCode } from '../../contract/catalogue.ts';
import type { ProblemError } from '../../contract/problem.ts';
import type { Caller } from '../auth/tokenValidator.ts';
import type { Config } from '../config.ts';
import { UpstreamError } from '../httpClient/httpClient.ts';
import { spanOf } from '../call.ts';
import { requestEnd } from './lifecycle.ts';

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

const MAX_PATH_CHARACTERS = 200;

/** Logs one line per request when it ends. Never the query, headers or body: they contain tokens and personal data. */
export function requestLog(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const start = performance.now();
    requestEnd(res).onEnd((completed) => {
      const problem = res.locals.problem as ProblemError | undefined;
      const fields = {
        method: req.method,
        path: redactTokens(req.path.slice(0, MAX_PATH_CHARACTERS)),
        status: completed ? res.statusCode : 499, // 499: the client disconnected before the response.
        ms: Math.round(performance.now() - start),
        correlationId: correlationOf(res),
        ...traceOf(res),
        ...userOf(res),
        ...(problem ? problemLogFields(problem) : {}),
      };
      logger[levelOf(problem)](fields, problem ? problem.message : 'request');
    });
    next();
  };
}

/** Stores the problem of a failed request for its log line. */
export function rememberProblem(res: Response, problem: ProblemError): void {
  res.locals.problem = problem;
}

/** Logged as errors: the server needs fixing. */
const ERRORS: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['internal_error', 'server_misconfigured']);
/** Logged as warnings: investigate if there are many. */
const WARNINGS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'scope_invalid',
  'audience_invalid',
  'entra_error',
  'graph_error',
  'entra_unavailable',
  'graph_unavailable',
  'entra_timeout',
  'graph_timeout',
  'preferences_unavailable',
]);

/** All other problems are routine, such as expired tokens, consent and throttling. */
function levelOf(problem: ProblemError | undefined): 'info' | 'warn' | 'error' {
  if (!problem) return 'info';
  if (ERRORS.has(problem.code)) return 'error';
  return WARNINGS.has(problem.code) ? 'warn' : 'info';
}

function traceOf(res: Response): { traceId?: string } {
  const span = spanOf(res);
  return span ? { traceId: span.traceId } : {};
}

function userOf(res: Response): { user?: string } {
  const caller = res.locals.caller as Caller | undefined;
  return caller ? { user: caller.alias } : {};
}

/** Returns the log fields of a problem: code, detail, the upstream response, and for a bug the error with its stack. */
export function problemLogFields({ code, facts, cause }: ProblemError): Record<string, unknown> {
  const fields = { code, ...(facts.detail === undefined ? {} : { detail: facts.detail }) };
  if (cause instanceof UpstreamError) return { ...fields, upstream: cause.facts };
  return code === 'internal_error' ? { ...fields, err: cause } : fields;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Assigns each request a correlation id. An id from the client is used only if it is a UUID, because it goes into logs and
 * into headers of requests to other services.
 */
export const correlation: RequestHandler = (req, res, next) => {
  const given = req.headers[CORRELATION_HEADER];
  const id = typeof given === 'string' && UUID.test(given) ? given.toLowerCase() : randomUUID();
  res.locals.correlationId = id;
  res.setHeader(CORRELATION_HEADER, id);
  next();
};

export function correlationOf(res: Response): string {
  return res.locals.correlationId as string;
}

const MIN_INTERVAL_MS = 60_000;

/** Logs an outage and its recovery, at most once a minute. */
export class OutageLog {
  readonly #logger: Pick<Logger, 'warn' | 'info'>;
  readonly #clock: () => number;
  readonly #down: string;
  readonly #up: string;
  #isDown = false;
  #nextAt = 0;

  /** @param clock milliseconds since the epoch */
  constructor(
    logger: Pick<Logger, 'warn' | 'info'>,
    clock: () => number,
    messages: { readonly down: string; readonly up: string },
  ) {
    this.#logger = logger;
    this.#clock = clock;
    this.#down = messages.down;
    this.#up = messages.up;
  }

  /** @param reason one word: never a URL, which may contain a password */
  down(reason: string): void {
    const now = this.#clock();
    if (this.#isDown || now < this.#nextAt) return;
    this.#isDown = true;
    this.#nextAt = now + MIN_INTERVAL_MS;
    this.#logger.warn({ reason }, this.#down);
  }

  up(): void {
    if (!this.#isDown) return;
    this.#isDown = false;
    this.#logger.info(this.#up);
  }
}
