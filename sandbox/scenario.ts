import { z } from 'zod';

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
  }),
  throttle,
]);

export const graphAnswer = z.union([
  z.literal(['ok', 'cae', 'audience', 'hang', 'reset', 'html']),
  status,
  throttle,
]);

export const signInAnswer = z.literal(['ok', 'cancel', 'consent', 'decline', 'mfa', 'wrong-account', 'fail']);

export const driveFile = z.strictObject({
  name: z.string(),
  size: z.number().nonnegative().default(0),
  folder: z.boolean().default(false),
  webUrl: z.string().optional(),
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
  signIn: perCall(signInAnswer),
  interactive: z.boolean().default(false),
  coop: z.boolean().default(true),
  popups: z.enum(['allow', 'block', 'ignore']).default('allow'),
  nestedAppAuth: z.union([z.boolean(), z.literal(['hang', 'interaction'])]).default(false),
  /** Merged over the defaults of the application; null removes one. */
  requirementSets: z.record(z.string(), z.string().nullable()).default({}),
  /** Replaces the user's drive. */
  files: z.array(driveFile).optional(),
  /** Or: that many generated files. */
  fileCount: z.number().int().min(0).max(100_000).optional(),
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
export type SignInAnswer = z.output<typeof signInAnswer>;

/** The members that hold one answer per call. */
export type Scripted = 'getAccessToken' | 'obo' | 'graph' | 'signIn';

/** Throws a ZodError that names the wrong member. */
export function parseScenario(input: unknown): Scenario {
  return scenarioSchema.parse(input);
}
