import { z } from 'zod';
import type { ScriptedInPane } from './scriptedInPane.ts';

/**
 * One scenario: everything that a user can meet in the field, chosen by name or composed. Every member is
 * optional; lists have one entry per call, the last one repeats.
 */

const claims = z.union([z.string(), z.record(z.string(), z.unknown())]);
const status = z.number().int().min(400).max(599);
const throttle = z.strictObject({ status, retryAfter: z.number().nonnegative().optional() });

export const accessTokenAnswer = z.union([
  z.literal(['ok', 'hang', 'no-code']),
  z.number().int(),
  z.strictObject({ error: z.number().int(), afterMs: z.number().nonnegative().optional() }),
  /** Claims to put over the normal ones (`exp` and `nbf`: seconds from now), or `ver: "1.0"`. */
  z.strictObject({ token: z.record(z.string(), z.unknown()), afterMs: z.number().nonnegative().optional() }),
]);

export const oboAnswer = z.union([
  z.literal(['ok', 'hang', 'reset', 'empty', 'html']),
  z.strictObject({
    aadsts: z.number().int(),
    claims: claims.optional(),
    suberror: z.string().optional(),
    error: z.string().optional(),
    /** In place of the list with the number, which can hold several, as texts too. */
    errorCodes: z.array(z.union([z.number().int(), z.string()])).optional(),
  }),
  throttle,
]);

/** Seconds, a header as it is written (a date, nonsense), or the date that is so many seconds from now. */
const wait = z.union([z.number().nonnegative(), z.string(), z.strictObject({ dateIn: z.number() })]);

export const graphAnswer = z.union([
  z.literal(['ok', 'cae', 'audience', 'hang', 'reset', 'html']),
  status,
  z.strictObject({
    status: z.number().int().min(300).max(599),
    /** A list: the header is sent once for each. */
    retryAfter: z.union([wait, z.array(wait).min(1)]).optional(),
    code: z.string().optional(),
    /** Code of the error within the error. */
    innerCode: z.string().optional(),
    message: z.string().optional(),
    location: z.string().optional(),
  }),
]);

/** Answers of one resource. The first that fits a request decides, and counts its own requests. */
export const graphResource = z.strictObject({
  /** Below /v1.0, such as `/me/drive/*`; an asterisk stands for anything. */
  path: z.string().startsWith('/'),
  /** Text that the query contains, such as `$orderby`. */
  query: z.string().optional(),
  answers: z.array(graphAnswer).min(1),
});

/** How lists of drives differ from what the documentation describes. */
export const driveBehavior = z.strictObject({
  /** What `$orderby` may name; another order is refused with 400. */
  orderby: z.array(z.string()).optional(),
  /** Options that are refused with 400, such as `$select`. */
  refuses: z.array(z.string().startsWith('$')).default([]),
  nextLink: z
    .literal([
      'usual',
      'other-host',
      'other-path',
      'camel-case',
      'encoded',
      'skip',
      'repeated',
      'circle',
      'no-token',
    ])
    .default('usual'),
  /** So many empty pages, each with a link to the next, come before the first item. */
  emptyPages: z.number().int().min(0).max(100).default(0),
});

export const signInAnswer = z.literal(['ok', 'cancel', 'consent', 'decline', 'mfa', 'wrong-account', 'fail']);

/** A number: the window is refused with it. An event: the window opens and then ends with it. */
export const dialogAnswer = z.union([
  z.literal(['ok', 'hang']),
  z.number().int(),
  z.strictObject({ event: z.number().int(), afterMs: z.number().nonnegative().default(500) }),
]);

/**
 * `no-token` and `malformed` damage the request on its way to the server, which answers itself. `code`: of a problem in
 * the table that startSandbox was given.
 */
export const serverAnswer = z.union([
  z.literal(['ok', 'hang', 'reset', 'html', 'no-token', 'malformed']),
  z.strictObject({ code: z.string(), retryAfter: z.number().nonnegative().optional() }),
]);

/** `error`: a word of the object model such as AccessDenied; Outlook's own methods have numbers. */
export const documentAnswer = z.union([
  z.literal(['ok', 'hang']),
  z.strictObject({ error: z.union([z.string(), z.number().int()]) }),
]);

export const nestedAppAuthAnswers = [
  'hang',
  'interaction',
  'no-network',
  'hook',
  'hook-empty',
  'hook-rejects',
  'hook-hangs',
] as const;

export const driveFile = z.strictObject({
  name: z.string(),
  size: z.number().nonnegative().default(0),
  folder: z.boolean().default(false),
  webUrl: z.string().optional(),
  /** ISO 8601, UTC. */
  modified: z.string().optional(),
  /** What is in the folder; absent: some generated files. */
  get files() {
    return z.array(driveFile).optional();
  },
  /** A shortcut to a file or folder of somebody else, in whose drive `files` are. */
  shortcut: z.strictObject({ owner: z.string() }).optional(),
  /** Merged over the driveItem, such as `{"package": {"type": "oneNote"}}`; null removes a member. */
  members: z.record(z.string(), z.unknown()).default({}),
});

const perCall = <T extends z.ZodType>(answer: T) =>
  z
    .array(answer)
    .min(1)
    .default(['ok'] as never);

export const scenarioSchema = z.strictObject({
  user: z.enum(['adele', 'megan', 'alex', 'lee', 'pat', 'noor']).default('adele'),
  signedInToOffice: z.boolean().default(true),
  getAccessToken: perCall(accessTokenAnswer),
  obo: perCall(oboAnswer),
  graph: perCall(graphAnswer),
  /** Answers of single resources of Graph; every other request gets those of `graph`. */
  graphResources: z.array(graphResource).default([]),
  signIn: perCall(signInAnswer),
  interactive: z.boolean().default(false),
  coop: z.boolean().default(true),
  popups: z.enum(['allow', 'click', 'block', 'ignore']).default('allow'),
  dialog: perCall(dialogAnswer),
  nestedAppAuth: z.union([z.boolean(), z.literal(nestedAppAuthAnswers)]).default(false),
  network: z.enum(['online', 'offline']).default('online'),
  server: perCall(serverAnswer),
  preferences: perCall(serverAnswer),
  document: perCall(documentAnswer),
  /** In the pane, timers of a minute or more end after this many milliseconds. */
  longWaitsMs: z.number().min(0).max(60_000).optional(),
  /** Merged over the defaults of the application; null removes one. */
  requirementSets: z.record(z.string(), z.string().nullable()).default({}),
  /** Replaces the user's drive. */
  files: z.array(driveFile).optional(),
  /** Or: that many generated files. */
  fileCount: z.number().int().min(0).max(100_000).optional(),
  /** How the lists of drives behave. */
  drive: driveBehavior.prefault({}),
  /** Merged over the user's Graph profile. */
  profile: z.record(z.string(), z.unknown()).default({}),
  latencyMs: z.number().min(0).max(60_000).default(0),
});

/** What may be given: every member optional. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
/** What the sandbox works with: every default filled in. */
export type Scenario = z.output<typeof scenarioSchema>;

export type AccessTokenAnswer = z.output<typeof accessTokenAnswer>;
export type OboAnswer = z.output<typeof oboAnswer>;
export type GraphAnswer = z.output<typeof graphAnswer>;
export type DriveBehavior = z.output<typeof driveBehavior>;
export type DialogAnswer = z.output<typeof dialogAnswer>;
export type ServerAnswer = z.output<typeof serverAnswer>;
export type DocumentAnswer = z.output<typeof documentAnswer>;
export type SignInAnswer = z.output<typeof signInAnswer>;

/** The members that hold one answer per call. */
export type Scripted = 'getAccessToken' | 'obo' | 'graph' | 'signIn' | ScriptedInPane;

/** Throws a ZodError that names the wrong member. */
export function parseScenario(input: unknown): Scenario {
  return scenarioSchema.parse(input);
}
