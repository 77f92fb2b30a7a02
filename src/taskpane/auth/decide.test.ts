import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, problemCodes, problemRow, type ProblemCode } from '../../contract/catalogue.ts';
import {
  alternativeRequest,
  decide,
  firstRequest,
  MAX_TOKEN_REQUESTS,
  noAttempts,
  windowSource,
  type Failure,
  type Situation,
  type Step,
} from './decide.ts';
import { needsWindow, sourceIds, type TokenRequest, type SourceId, type Trigger } from './token.ts';

const office: TokenRequest = { source: 'office', mode: 'interactive' };
const everything: Situation = {
  trigger: 'action',
  request: office,
  sources: sourceIds,
  canOpenWindow: true,
  attempts: noAttempts,
};

const stepFor = (code: ProblemCode, situation: Partial<Situation> = {}, facts: Partial<Failure> = {}): Step =>
  decide({ code, ...facts }, { ...everything, ...situation }).step;

const officeCodes = problemCodes.filter((code) => problemRow(code).origin === 'office');

describe('decide, for an error of getAccessToken', () => {
  const fallsBack = officeCodes.filter((code) => catalogue[code].reaction === 'fallback');

  it.each(fallsBack)('%s continues silently with nested app auth', (code) => {
    expect(stepFor(code)).toEqual({
      do: 'get-token',
      request: { source: 'nested', mode: 'silent' },
      afterSeconds: 0,
    });
  });

  it.each(fallsBack)('%s opens the dialog on a click if there is no nested app auth', (code) => {
    const request = { source: 'dialog', mode: 'interactive' };
    expect(stepFor(code, { sources: ['office', 'dialog'] })).toEqual({
      do: 'get-token',
      request,
      afterSeconds: 0,
    });
  });

  it.each(fallsBack.filter((code) => code !== 'sso_13001'))('%s opens nothing at launch', (code) => {
    const resume = { source: 'dialog', mode: 'interactive' };
    expect(stepFor(code, { trigger: 'launch', sources: ['office', 'dialog'], canOpenWindow: false })).toEqual(
      {
        do: 'stop',
        resume,
      },
    );
  });

  it('13001 shows the signed-out pane at launch', () => {
    expect(stepFor('sso_13001', { trigger: 'launch' })).toEqual({ do: 'stop', resume: null });
  });

  it.each(['sso_13002', 'sso_13004', 'sso_13006', 'sso_13008', 'sso_13010'] as const)(
    '%s opens no window and tries no other source',
    (code) => expect(stepFor(code)).toEqual({ do: 'stop', resume: null }),
  );

  it('13013 waits and retries once, then falls back', () => {
    const first = decide({ code: 'sso_13013' }, everything);
    expect(first.step).toMatchObject({ do: 'get-token', request: office });
    expect((first.step as { afterSeconds: number }).afterSeconds).toBeGreaterThan(0);
    const second = decide({ code: 'sso_13013' }, { ...everything, attempts: first.attempts });
    expect(second.step).toMatchObject({ do: 'get-token', request: { source: 'nested' } });
  });
});

describe('decide, for a problem from the server', () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

  it('passes a claims challenge to the same source once', () => {
    const first = decide({ code: 'claims_challenge', claims }, everything);
    expect(first.step).toEqual({ do: 'get-token', request: { ...office, claims }, afterSeconds: 0 });
    const second = decide({ code: 'claims_challenge', claims }, { ...everything, attempts: first.attempts });
    expect(second.step).toEqual({ do: 'stop', resume: { source: 'nested', mode: 'interactive', claims } });
  });

  it('does not ask a source again that has just answered the same challenge', () => {
    const request: TokenRequest = { ...office, claims };
    expect(stepFor('claims_challenge', { request }, { claims })).toEqual({
      do: 'stop',
      resume: { source: 'nested', mode: 'interactive', claims },
    });
    expect(stepFor('claims_challenge', { request }, { claims: '{"other":1}' })).toMatchObject({
      do: 'get-token',
      request: { claims: '{"other":1}' },
    });
  });

  it('keeps the claims when the source cannot satisfy them', () => {
    const step = stepFor('sso_13005', { request: { ...office, claims }, sources: ['office', 'dialog'] });
    expect(step).toMatchObject({ request: { source: 'dialog', claims } });
  });

  it.each(['token_expired', 'assertion_expired', 'graph_token_rejected'] as const)(
    '%s requests a fresh token once',
    (code) => {
      const first = decide({ code }, everything);
      expect(first.step).toEqual({ do: 'get-token', request: { ...office, fresh: true }, afterSeconds: 0 });
      expect(decide({ code }, { ...everything, attempts: first.attempts }).step.do).toBe('stop');
    },
  );

  it('requests consent in the dialog once', () => {
    const first = decide({ code: 'consent_required' }, everything);
    expect(first.step).toMatchObject({ request: { source: 'dialog', mode: 'interactive', consent: true } });
    const { attempts } = first;
    const second = stepFor('consent_required', {
      attempts,
      request: { source: 'dialog', mode: 'interactive' },
    });
    expect(second.do).toBe('stop');
  });

  it('requests declined consent again only on the next click', () => {
    expect(stepFor('consent_declined')).toEqual({
      do: 'stop',
      resume: { source: 'dialog', mode: 'interactive', consent: true },
    });
  });

  it('waits for retryAfter once and repeats with the same token', () => {
    const first = decide({ code: 'throttled', retryAfter: 7 }, everything);
    expect(first.step).toEqual({ do: 'repeat', afterSeconds: 7 });
    expect(stepFor('throttled', { attempts: first.attempts }, { retryAfter: 7 }).do).toBe('stop');
  });

  it('waits at least one second', () => {
    expect(stepFor('sso_13013', {}, { retryAfter: 0 })).toMatchObject({ do: 'get-token', afterSeconds: 1 });
  });

  it('does not wait longer than a minute', () => {
    expect(stepFor('throttled', {}, { retryAfter: 600 }).do).toBe('stop');
  });
});

describe('alternativeRequest', () => {
  const alternativeFor = (
    code: ProblemCode,
    situation: Partial<Situation> = {},
    facts: Partial<Failure> = {},
  ) => alternativeRequest({ code, ...facts }, { ...everything, ...situation });

  /** Problems of Office and nested app auth after which decide doesn't try the next source. */
  const stuck = problemCodes.filter((code) => {
    const { origin, reaction } = problemRow(code);
    return (origin === 'office' || origin === 'nested') && reaction !== 'fallback' && reaction !== 'wait';
  });

  it('covers every problem of Office and nested app auth that does not fall back', () => {
    expect(stuck).toEqual([
      ...['sso_13002', 'sso_13004', 'sso_13006', 'sso_13008', 'sso_13010'],
      ...['nested_cancelled', 'nested_no_network'],
    ]);
  });

  it.each(stuck)('%s offers the next source, at launch too', (code) => {
    const nested = problemRow(code).origin === 'nested';
    const request: TokenRequest = { source: nested ? 'nested' : 'office', mode: 'interactive' };
    const next = nested ? { source: 'dialog', mode: 'interactive' } : { source: 'nested', mode: 'silent' };
    expect(alternativeFor(code, { request })).toEqual(next);
    expect(alternativeFor(code, { request, trigger: 'launch', canOpenWindow: false })).toEqual(next);
    expect(
      alternativeFor(code, { request: { ...request, source: 'office' }, sources: ['office', 'dialog'] }),
    ).toEqual({
      source: 'dialog',
      mode: 'interactive',
    });
  });

  it('offers nothing if there is no other source', () => {
    expect(alternativeFor('sso_13006', { sources: ['office'] })).toBeNull();
  });

  it('skips sources that have failed in this action', () => {
    const attempts = { ...noAttempts, failed: ['nested' as const] };
    expect(alternativeFor('sso_13006', { attempts })).toEqual({ source: 'dialog', mode: 'interactive' });
  });

  it('keeps the claims of a challenge that Office rejects with 13006', () => {
    const request: TokenRequest = { ...office, claims: '{"a":1}' };
    expect(alternativeFor('sso_13006', { request, sources: ['office', 'dialog'] })).toEqual({
      source: 'dialog',
      mode: 'interactive',
      claims: '{"a":1}',
    });
  });

  it.each(['token_invalid', 'token_malformed', 'scope_missing', 'token_expired'] as const)(
    '%s offers another source, without the fresh flag',
    (code) =>
      expect(alternativeFor(code, { request: { ...office, fresh: true } })).toEqual({
        source: 'nested',
        mode: 'silent',
      }),
  );

  it('offers an earlier source after the last one has failed', () => {
    expect(
      alternativeFor('dialog_12004', { request: { source: 'dialog', mode: 'interactive' } }),
    ).toMatchObject({
      source: 'office',
    });
  });

  it.each(['throttled', 'access_denied', 'graph_unavailable', 'consent_required'] as const)(
    '%s offers no other source',
    (code) => expect(alternativeFor(code)).toBeNull(),
  );

  it('leaves no sign-in message without a button', () => {
    const silent = problemCodes.filter((code) => {
      const { action, alternative, origin } = problemRow(code);
      return action === 'none' && alternative === undefined && origin !== 'document';
    });
    // Only the server's settings can fix these; no other token helps.
    expect(silent).toEqual(['scope_invalid', 'audience_invalid', 'server_misconfigured']);
  });
});

it('stops and resumes with the dialog when the browser would block the window', () => {
  const step = stepFor('sso_13005', { canOpenWindow: false, sources: ['office', 'dialog'] });
  expect(step).toEqual({ do: 'stop', resume: { source: 'dialog', mode: 'interactive' } });
});

it('resumes with the dialog after it ended without a token', () => {
  const request: TokenRequest = { source: 'dialog', mode: 'interactive', claims: '{}' };
  expect(stepFor('dialog_12006', { request })).toEqual({ do: 'stop', resume: request });
});

describe('decide, with nested app auth before Office', () => {
  const nestedFirst: readonly SourceId[] = ['nested', 'office', 'dialog'];
  const silently: TokenRequest = { source: 'nested', mode: 'silent' };
  const step = (code: ProblemCode, situation: Partial<Situation> = {}, facts: Partial<Failure> = {}) =>
    stepFor(code, { sources: nestedFirst, request: silently, ...situation }, facts);
  const launch: Partial<Situation> = { trigger: 'launch', canOpenWindow: false };

  it('opens a window on a click if the user has to interact', () => {
    expect(step('nested_interaction_required')).toMatchObject({
      do: 'get-token',
      request: { source: 'nested', mode: 'interactive' },
    });
  });

  it('asks Office silently at launch if the user would have to interact', () => {
    expect(step('nested_interaction_required', launch)).toMatchObject({
      do: 'get-token',
      request: { source: 'office', mode: 'silent' },
    });
  });

  it('continues with nested app auth on a click after Office could not sign in either', () => {
    const first = decide(
      { code: 'nested_interaction_required' },
      { ...everything, ...launch, sources: nestedFirst, request: silently },
    );
    const { attempts } = first;
    const request: TokenRequest = { source: 'office', mode: 'silent' };
    expect(step('sso_13005', { ...launch, request, attempts })).toEqual({
      do: 'stop',
      resume: { source: 'nested', mode: 'interactive' },
    });
  });

  it.each(['nested_unavailable', 'nested_timeout', 'nested_failed'] as const)(
    '%s continues with Office, silently at launch',
    (code) => {
      expect(step(code)).toMatchObject({ request: { source: 'office', mode: 'interactive' } });
      expect(step(code, launch)).toMatchObject({ request: { source: 'office', mode: 'silent' } });
    },
  );

  it.each(officeCodes.filter((code) => catalogue[code].reaction === 'fallback'))(
    '%s opens the dialog on a click after nested app auth has failed',
    (code) => {
      const attempts = { ...noAttempts, failed: ['nested' as const] };
      expect(step(code, { request: office, attempts })).toMatchObject({
        request: { source: 'dialog', mode: 'interactive' },
      });
    },
  );

  it('passes the claims of a challenge to nested app auth, then to a window', () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    const first = decide(
      { code: 'claims_challenge', claims },
      { ...everything, sources: nestedFirst, request: silently },
    );
    expect(first.step).toMatchObject({ request: { ...silently, claims } });
    const { attempts } = first;
    expect(step('nested_interaction_required', { attempts, request: { ...silently, claims } })).toMatchObject(
      {
        request: { source: 'nested', mode: 'interactive', claims },
      },
    );
  });
});

it.each<[SourceId[], SourceId | undefined]>([
  [['office', 'nested', 'dialog'], 'dialog'],
  [['nested', 'office', 'dialog'], 'dialog'],
  [['nested', 'office'], 'nested'],
  [['office'], 'office'],
  [[], undefined],
])('asks for consent and accounts with %j through %s', (sources, source) =>
  expect(windowSource(sources)).toBe(source),
);

it('starts silently at launch and with the source that succeeded last', () => {
  expect(firstRequest('launch', 'office')).toEqual({ source: 'office', mode: 'silent' });
  expect(firstRequest('action', 'office')).toEqual({ source: 'office', mode: 'interactive' });
  expect(firstRequest('action', 'nested')).toEqual({ source: 'nested', mode: 'silent' });
});

/** Simulates one user action with a sequence of failures; returns the steps that it took. */
function simulate(trigger: Trigger, sources: SourceId[], failures: Failure[], click: boolean) {
  let request = firstRequest(trigger, sources[0] ?? 'office');
  let attempts = { ...noAttempts, requests: 1 };
  const requested: TokenRequest[] = [request];
  let repeats = 0;
  let waited = 0;
  for (const failure of failures) {
    const decision = decide(failure, { trigger, request, sources, canOpenWindow: click, attempts });
    attempts = decision.attempts;
    const { step } = decision;
    if (step.do === 'stop') return { requested, repeats, waited, ended: true, resume: step.resume };
    waited += step.afterSeconds;
    if (step.do === 'repeat') repeats += 1;
    else requested.push((request = step.request));
  }
  return { requested, repeats, waited, ended: false, resume: null };
}

/** The default order, and the one that Microsoft recommends. */
const orders: SourceId[][] = [
  ['office', 'nested', 'dialog'],
  ['nested', 'office', 'dialog'],
];

describe.each(orders)('decide, for every problem with the order %s, %s, %s', (...order) => {
  it.each(problemCodes)('%s ends without a window at launch, and within the limits on a click', (code) => {
    for (const [trigger, click] of [
      ['launch', false],
      ['action', true],
      ['action', false],
    ] as const) {
      const failures = Array.from({ length: 20 }, () => ({ code, claims: '{"a":1}' }));
      const result = simulate(trigger, order, failures, click);
      expect(result.ended).toBe(true);
      expect(result.requested.length).toBeLessThanOrEqual(MAX_TOKEN_REQUESTS);
      if (!click) expect(result.requested.filter(needsWindow)).toEqual([]);
      const offices = result.requested.filter(({ source }) => source === 'office');
      if (trigger === 'launch') expect(offices.filter(({ mode }) => mode === 'interactive')).toEqual([]);
    }
  });
});

describe('decide, for any sequence of failures', () => {
  const failure = fc.record(
    {
      code: fc.constantFrom(...problemCodes),
      claims: fc.constantFrom('{"a":1}', '{"b":2}'),
      retryAfter: fc.double({ min: 0, max: 1000, noNaN: true }),
    },
    { requiredKeys: ['code'] },
  );
  const userAction = fc.tuple(
    fc.constantFrom<Trigger>('launch', 'action'),
    fc.constantFrom<SourceId[]>(
      ...orders,
      ...orders.flatMap((order) => [order.slice(1), order.slice(0, 2), order.slice(0, 1)]),
    ),
    fc.array(failure, { minLength: 40, maxLength: 60 }),
    fc.boolean(),
  );
  const assertAlways = (
    check: (result: ReturnType<typeof simulate>, trigger: Trigger, click: boolean) => void,
  ) =>
    fc.assert(
      fc.property(userAction, ([trigger, sources, failures, click]) => {
        check(simulate(trigger, sources, failures, click), trigger, click);
      }),
      { numRuns: 2000 },
    );

  it('ends within MAX_TOKEN_REQUESTS', () =>
    assertAlways((result) => {
      expect(result.ended).toBe(true);
      expect(result.requested.length).toBeLessThanOrEqual(MAX_TOKEN_REQUESTS);
      expect(result.repeats).toBeLessThanOrEqual(1);
    }));

  it('never waits longer than two minutes in total', () =>
    assertAlways((result) => expect(result.waited).toBeLessThanOrEqual(120)));

  it('opens no window without a click', () =>
    assertAlways((result, trigger, click) => {
      if (trigger === 'launch' || !click) expect(result.requested.filter(needsWindow)).toEqual([]);
    }));

  it('repeats a request only after a wait', () =>
    assertAlways((result) => {
      const keys = result.requested.map((request) => JSON.stringify(request));
      const repeated = keys.length - new Set(keys).size;
      expect(repeated).toBeLessThanOrEqual(result.waited > 0 ? 1 : 0);
    }));
});
