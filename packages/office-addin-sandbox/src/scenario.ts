import { z } from 'zod';
import type { ScriptedInPane } from './scriptedInPane.ts';

/**
 * The schema of a scenario. Every member is optional. Lists have one entry per call; the last entry repeats.
 */

const claims = z.union([z.string(), z.record(z.string(), z.unknown())]);
const status = z.number().int().min(400).max(599);
const throttle = z.strictObject({ status, retryAfter: z.number().nonnegative().optional() });

export const accessTokenAnswer = z.union([
  z.literal(['ok', 'hang', 'no-code']),
  z.number().int(),
  z.strictObject({ error: z.number().int(), afterMs: z.number().nonnegative().optional() }),
  /** Merged over the normal claims (`exp` and `nbf`: seconds from now), or `ver: "1.0"`. */
  z.strictObject({ token: z.record(z.string(), z.unknown()), afterMs: z.number().nonnegative().optional() }),
]);

export const oboAnswer = z.union([
  z.literal(['ok', 'hang', 'reset', 'empty', 'html']),
  z.strictObject({
    aadsts: z.number().int(),
    claims: claims.optional(),
    suberror: z.string().optional(),
    error: z.string().optional(),
    /** Replaces the response's error_codes, by default a list with `aadsts`. Entra ID also sends several, and strings. */
    errorCodes: z.array(z.union([z.number().int(), z.string()])).optional(),
  }),
  throttle,
]);

/** Retry-After: seconds, the literal text of the header, or a date that is this many seconds from now. */
const wait = z.union([z.number().nonnegative(), z.string(), z.strictObject({ dateIn: z.number() })]);

export const graphAnswer = z.union([
  z.literal(['ok', 'cae', 'audience', 'hang', 'reset', 'html']),
  status,
  z.strictObject({
    status: z.number().int().min(300).max(599),
    /** A list sends the header several times. */
    retryAfter: z.union([wait, z.array(wait).min(1)]).optional(),
    code: z.string().optional(),
    /** Code of innerError. */
    innerCode: z.string().optional(),
    message: z.string().optional(),
    location: z.string().optional(),
  }),
]);

/** Answers for one resource. The first match applies; each resource counts its own requests. */
export const graphResource = z.strictObject({
  /** Path below /v1.0, such as `/me/drive/*`; `*` matches anything. */
  path: z.string().startsWith('/'),
  /** Text that the query contains, such as `$orderby`. */
  query: z.string().optional(),
  answers: z.array(graphAnswer).min(1),
});

/** How lists of a drive deviate from the documentation. */
export const driveBehavior = z.strictObject({
  /** Properties that `$orderby` supports; any other gets 400. */
  orderby: z.array(z.string()).optional(),
  /** Query options that get 400, such as `$select`. */
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
  /** Number of empty pages with a next link before the first item. */
  emptyPages: z.number().int().min(0).max(100).default(0),
});

export const signInAnswer = z.literal(['ok', 'cancel', 'consent', 'decline', 'mfa', 'wrong-account', 'fail']);

/** A number: the dialog fails to open with this error. An event: the dialog opens, then reports it. */
export const dialogAnswer = z.union([
  z.literal(['ok', 'hang']),
  z.number().int(),
  z.strictObject({ event: z.number().int(), afterMs: z.number().nonnegative().default(500) }),
]);

/**
 * `no-token` and `malformed` alter the request, and the add-in's real server responds. `code`: of a problem passed to
 * startSandbox.
 */
export const serverAnswer = z.union([
  z.literal(['ok', 'hang', 'reset', 'html', 'no-token', 'malformed']),
  z.strictObject({ code: z.string(), retryAfter: z.number().nonnegative().optional() }),
]);

/** `error`: an error code of the object model such as AccessDenied; a number for Outlook's methods. */
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

/** A number: it fails with this code. `absent`: office.js lacks the function. An object is merged over the account. */
export const authContextAnswer = z.union([
  z.literal(['ok', 'absent', 'hang']),
  z.number().int(),
  z
    .strictObject({
      userObjectId: z.string(),
      tenantId: z.string(),
      userPrincipalName: z.string(),
      authorityType: z.enum(['aad', 'msa', 'other']),
      authorityBaseUrl: z.string(),
      loginHint: z.string(),
    })
    .partial(),
]);

/**
 * The session at the identity provider: that of the browser's cookies; one of the scenario's user, until a sign-out; or none
 * at the start. `cookies-blocked`: requests of frames don't include the browser's cookies, those of windows do.
 */
export const entraSessions = ['browser', 'signed-in', 'signed-out', 'cookies-blocked'] as const;

export const driveFile = z.strictObject({
  name: z.string(),
  size: z.number().nonnegative().default(0),
  folder: z.boolean().default(false),
  webUrl: z.string().optional(),
  /** ISO 8601, UTC. */
  modified: z.string().optional(),
  /** Content of the folder. Default: a few generated files. */
  get files() {
    return z.array(driveFile).optional();
  },
  /** Makes the item a shortcut to an item in this user's drive, where `files` are. */
  shortcut: z.strictObject({ owner: z.string() }).optional(),
  /** Merged over the driveItem, for example `{"package": {"type": "oneNote"}}`; null removes a member. */
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
  /** Answers for specific resources of Graph; other requests get those of `graph`. */
  graphResources: z.array(graphResource).default([]),
  signIn: perCall(signInAnswer),
  /** Session for requests with `prompt=none`, and for pages that need no choice. */
  entraSession: z.enum(entraSessions).default('browser'),
  interactive: z.boolean().default(false),
  coop: z.boolean().default(true),
  popups: z.enum(['allow', 'click', 'block', 'ignore']).default('allow'),
  dialog: perCall(dialogAnswer),
  nestedAppAuth: z.union([z.boolean(), z.literal(nestedAppAuthAnswers)]).default(false),
  /** Answers of `Office.auth.getAuthContext`. The first decides whether office.js has the function. */
  authContext: perCall(authContextAnswer),
  network: z.enum(['online', 'offline']).default('online'),
  server: perCall(serverAnswer),
  preferences: perCall(serverAnswer),
  document: perCall(documentAnswer),
  /** Time for an event handler to call `event.completed`. Office's is five minutes. */
  launchEventLimitMs: z.number().min(100).max(300_000).default(10_000),
  /** Shortens the pane's timers of a minute or more to this many milliseconds. */
  longWaitsMs: z.number().min(0).max(60_000).optional(),
  /** Merged over the application's requirement sets; null removes one. */
  requirementSets: z.record(z.string(), z.string().nullable()).default({}),
  /** Replaces the user's drive. */
  files: z.array(driveFile).optional(),
  /** Replaces the user's drive with this many generated files. */
  fileCount: z.number().int().min(0).max(100_000).optional(),
  drive: driveBehavior.prefault({}),
  /** Merged over the user's Graph profile. */
  profile: z.record(z.string(), z.unknown()).default({}),
  latencyMs: z.number().min(0).max(60_000).default(0),
});

/** A scenario as written: every member is optional. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
/** A scenario with all defaults. */
export type Scenario = z.output<typeof scenarioSchema>;

export type AccessTokenAnswer = z.output<typeof accessTokenAnswer>;
export type OboAnswer = z.output<typeof oboAnswer>;
export type GraphAnswer = z.output<typeof graphAnswer>;
export type DriveBehavior = z.output<typeof driveBehavior>;
export type DialogAnswer = z.output<typeof dialogAnswer>;
export type ServerAnswer = z.output<typeof serverAnswer>;
export type DocumentAnswer = z.output<typeof documentAnswer>;
export type AuthContextAnswer = z.output<typeof authContextAnswer>;
export type SignInAnswer = z.output<typeof signInAnswer>;

/** Members with one answer per call. */
export type Scripted = 'getAccessToken' | 'obo' | 'graph' | 'signIn' | ScriptedInPane;

/** Validates the scenario and adds the defaults. Throws a ZodError that names the invalid member. */
export function parseScenario(input: unknown): Scenario {
  return scenarioSchema.parse(input);
}
