import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../contract/catalogue.ts';
import { readConfig } from '../serverConfig.ts';
import { TENANT } from '../../../tests/server/stubService.ts';
import { entraProblem } from './entraProblem.ts';

const config = readConfig({
  CLIENT_ID: '5a5d0b0c-0000-4000-8000-0000000000aa',
  CLIENT_SECRET: 'only-for-tests',
  ADDIN_ORIGIN: 'https://addin.contoso.com',
});
const CLAIMS = '{"access_token":{"capolids":{"essential":true,"values":["c1"]}}}';

interface Said {
  readonly number?: number;
  readonly error?: string;
  readonly suberror?: string;
  readonly claims?: unknown;
}

function problemOf({ number, error = 'invalid_grant', ...rest }: Said, asked?: string) {
  const body = {
    error,
    error_description: `AADSTS${number}: adele@contoso.example must do something. Trace ID: 1`,
    ...(number === undefined ? {} : { error_codes: [number] }),
    trace_id: '7a7d9d6a-0000-4000-8000-000000000000',
    ...rest,
  };
  const context = { tid: TENANT, ...(asked === undefined ? {} : { claims: asked }) };
  return entraProblem({ status: 400, retryAfter: undefined, body }, context, config);
}

describe('entraProblem', () => {
  it.each<[Said, ProblemCode]>([
    [{ number: 50076, claims: CLAIMS, suberror: 'basic_action' }, 'claims_challenge'],
    [{ number: 50076, claims: CLAIMS }, 'claims_challenge'],
    [{ number: 50079, claims: CLAIMS, error: 'interaction_required' }, 'claims_challenge'],
    [{ number: 50158, claims: CLAIMS }, 'claims_challenge'],
    [{ number: 53000, claims: CLAIMS, suberror: 'message_only' }, 'claims_challenge'],
    [{ number: 53001, claims: CLAIMS }, 'claims_challenge'],
    [{ number: 53002, claims: CLAIMS }, 'claims_challenge'],
    [{ number: 50173, claims: CLAIMS, suberror: 'bad_token' }, 'claims_challenge'],
    [{ number: 99999, claims: CLAIMS }, 'claims_challenge'],
    [{ number: 50076 }, 'consent_required'],
    [{ error: 'interaction_required' }, 'consent_required'],
    [{ number: 53000 }, 'policy_blocked'],
    [{ number: 53003, claims: CLAIMS, suberror: 'message_only' }, 'policy_blocked'],
    [{ number: 53003, claims: CLAIMS }, 'claims_challenge'],
    [{ number: 53003 }, 'policy_blocked'],
    [{ number: 50173, suberror: 'bad_token' }, 'assertion_expired'],
    [{ number: 500133 }, 'assertion_expired'],
    [{ number: 65001, suberror: 'consent_required' }, 'consent_required'],
    [{ number: 65001 }, 'consent_required'],
    [{ suberror: 'consent_required' }, 'consent_required'],
    [{ number: 90094 }, 'admin_consent_required'],
    [{ number: 90093 }, 'admin_consent_required'],
    [{ number: 65004, error: 'access_denied' }, 'consent_declined'],
    [{ number: 70011, error: 'invalid_scope' }, 'scope_invalid'],
    [{ number: 650053 }, 'scope_invalid'],
    [{ error: 'invalid_scope' }, 'scope_invalid'],
    [{ number: 50105 }, 'access_denied'],
    [{ number: 50013 }, 'token_invalid'],
    [{ number: 500131 }, 'server_misconfigured'],
    [{ number: 700016, error: 'unauthorized_client' }, 'server_misconfigured'],
    [{ number: 90002, error: 'invalid_request' }, 'server_misconfigured'],
    [{ number: 7000215, error: 'invalid_client' }, 'server_misconfigured'],
    [{ number: 7000222, error: 'invalid_client' }, 'server_misconfigured'],
    [{ number: 7000999, error: 'invalid_request' }, 'server_misconfigured'],
    [{ error: 'invalid_client' }, 'server_misconfigured'],
    [{ number: 90033, error: 'temporarily_unavailable' }, 'entra_unavailable'],
    // The organization or its administrator must act.
    [{ number: 500014, error: 'invalid_resource' }, 'access_denied'],
    [{ number: 500571 }, 'access_denied'],
    [{ number: 501051 }, 'access_denied'],
    [{ number: 50014 }, 'access_denied'],
    [{ number: 51004 }, 'access_denied'],
    [{ number: 650052 }, 'access_denied'],
    [{ number: 1000031 }, 'access_denied'],
    [{ number: 500212 }, 'policy_blocked'],
    [{ number: 500213 }, 'policy_blocked'],
    [{ number: 50177 }, 'policy_blocked'],
    [{ number: 50178 }, 'policy_blocked'],
    [{ number: 530035 }, 'policy_blocked'],
    [{ number: 16000, error: 'interaction_required' }, 'tenant_not_allowed'],
    [{ number: 500208 }, 'tenant_not_allowed'],
    [{ number: 500022 }, 'tenant_not_allowed'],
    [{ number: 9002332 }, 'tenant_not_allowed'],
    [{ number: 90099 }, 'admin_consent_required'],
    [{ number: 650056 }, 'admin_consent_required'],
    // The user, at the sign-in page.
    [{ number: 50126 }, 'consent_required'],
    [{ number: 700020, error: 'interaction_required' }, 'consent_required'],
    [{ number: 90008 }, 'consent_required'],
    // A new token, a wait, or the developer.
    [{ number: 70008 }, 'assertion_expired'],
    [{ number: 50088 }, 'throttled'],
    [{ number: 50087 }, 'entra_unavailable'],
    [{ number: 90090 }, 'entra_unavailable'],
    [{ number: 50011 }, 'server_misconfigured'],
    [{ number: 700030 }, 'server_misconfigured'],
    [{ number: 7000114 }, 'server_misconfigured'],
    // Unlisted refinements of a listed number.
    [{ number: 501059 }, 'access_denied'],
    [{ number: 530039 }, 'policy_blocked'],
    [{ number: 900949 }, 'admin_consent_required'],
    // Unlisted numbers: `suberror` and `error` decide.
    [{ number: 99999 }, 'consent_required'],
    [{ number: 99999, suberror: 'message_only' }, 'policy_blocked'],
    [{ number: 99999, suberror: 'basic_action', claims: CLAIMS }, 'claims_challenge'],
    [{ number: 99999, suberror: 'additional_action' }, 'consent_required'],
    [{ number: 99999, suberror: 'user_password_expired' }, 'consent_required'],
    [{ number: 99999, suberror: 'bad_token' }, 'assertion_expired'],
    [{ number: 99999, suberror: 'token_expired' }, 'assertion_expired'],
    [{ number: 99999, suberror: 'client_mismatch' }, 'server_misconfigured'],
    [{ number: 99999, suberror: 'protection_policy_required' }, 'policy_blocked'],
    [{ number: 99999, suberror: 'device_authentication_failed' }, 'policy_blocked'],
    [{ number: 99999, suberror: 'device_authentication_failed', claims: CLAIMS }, 'claims_challenge'],
    [{ number: 99999, error: 'interaction_required' }, 'consent_required'],
    [{ number: 99999, error: 'login_required' }, 'consent_required'],
    [{ number: 99999, error: 'temporarily_unavailable' }, 'entra_unavailable'],
    [{ number: 99999, error: 'server_error' }, 'entra_unavailable'],
    [{ number: 99999, error: 'invalid_client' }, 'server_misconfigured'],
    [{ number: 99999, error: 'invalid_client', claims: CLAIMS }, 'server_misconfigured'],
    [{ number: 99999, error: 'unauthorized_client' }, 'server_misconfigured'],
    [{ number: 99999, error: 'invalid_request' }, 'server_misconfigured'],
    [{ number: 99999, error: 'invalid_resource' }, 'access_denied'],
    [{ number: 99999, error: 'invalid_scope' }, 'scope_invalid'],
    [{ number: 99999, error: 'access_denied' }, 'access_denied'],
    [{ number: 99999, error: 'something_new' }, 'entra_error'],
    [{ error: '__proto__' }, 'entra_error'],
    [{ error: 'something_new', suberror: 'constructor' }, 'entra_error'],
  ])('maps %j to %s', (said, code) => {
    expect(problemOf(said).code).toBe(code);
  });

  it('reads the number from the description if there is no list of numbers', () => {
    const body = { error: 'invalid_grant', error_description: 'AADSTS65001: no consent' };
    const problem = entraProblem({ status: 400, retryAfter: undefined, body }, { tid: TENANT }, config);
    expect(problem.code).toBe('consent_required');
  });

  it.each<[string, unknown, ProblemCode]>([
    ['strings', ['50105'], 'access_denied'],
    ['strings with the prefix', ['AADSTS50105'], 'access_denied'],
    ['several numbers, the first unknown', [99999, 50105], 'access_denied'],
    ['several known numbers, of which the first decides', [65001, 50105], 'consent_required'],
    ['members that are not numbers', [null, {}, 50105], 'access_denied'],
    ['an empty list, with the number in the description', [], 'admin_consent_required'],
    ['a number instead of a list', 90094, 'admin_consent_required'],
  ])('accepts error_codes with %s', (_name, error_codes, code) => {
    const body = { error: 'invalid_grant', error_codes, error_description: 'AADSTS90094: no' };
    const problem = entraProblem({ status: 400, retryAfter: undefined, body }, { tid: TENANT }, config);
    expect(problem.code).toBe(code);
  });

  it('passes on the claims unchanged, as text', () => {
    expect(problemOf({ number: 50076, claims: CLAIMS }).facts.claims).toBe(CLAIMS);
    expect(problemOf({ number: 50076, claims: JSON.parse(CLAIMS) }).facts.claims).toBe(CLAIMS);
  });

  it("passes on Graph's claims if the exchange with them requires the user", () => {
    expect(problemOf({ number: 50173 }, CLAIMS)).toMatchObject({
      code: 'claims_challenge',
      facts: { claims: CLAIMS },
    });
  });

  it.each(['not json', '[]', '"text"', '{}', 'x'.repeat(5000), 7, null])(
    'ignores the invalid claims %j',
    (claims) => {
      expect(problemOf({ number: 50076, claims }).code).toBe('consent_required');
    },
  );

  it("returns the admin consent link for the user's tenant", () => {
    const url = new URL(problemOf({ number: 90094 }).facts.adminConsentUrl ?? '');
    expect(url.origin + url.pathname).toBe(`https://login.microsoftonline.com/${TENANT}/v2.0/adminconsent`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: config.clientId,
      scope: 'openid profile offline_access User.Read Files.Read',
      redirect_uri: 'https://addin.contoso.com/consent.html',
    });
  });

  it('reveals neither the credential nor text from Entra ID', () => {
    const problem = problemOf({ number: 7000222, error: 'invalid_client' });
    expect(problem.facts).toEqual({});
    expect(JSON.stringify([problem.facts, problem.cause])).not.toContain('adele');
    expect(problem.cause).toMatchObject({ facts: { aadsts: 7000222, error: 'invalid_client' } });
  });

  it.each([
    [429, 30, 'throttled'],
    [503, undefined, 'entra_unavailable'],
    [500, 5, 'entra_unavailable'],
    [404, undefined, 'entra_error'],
    [200, undefined, 'entra_error'],
    [302, undefined, 'entra_error'],
  ])('maps status %i without JSON and Retry-After %s to %s', (status, retryAfter, code) => {
    const problem = entraProblem({ status, retryAfter, body: undefined }, { tid: TENANT }, config);
    expect(problem).toMatchObject({ code, facts: retryAfter === undefined ? {} : { retryAfter } });
  });
});
