import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../contract/catalogue.ts';
import { readConfig } from '../config.ts';
import { TENANT } from '../testing/issuer.ts';
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

describe('what a refusal of Entra ID means', () => {
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
    [{ number: 99999 }, 'entra_error'],
    [{ error: '__proto__' }, 'entra_error'],
  ])('%j: %s', (said, code) => {
    expect(problemOf(said).code).toBe(code);
  });

  it('reads the number from the text when there is no list of numbers', () => {
    const body = { error: 'invalid_grant', error_description: 'AADSTS65001: no consent' };
    const problem = entraProblem({ status: 400, retryAfter: undefined, body }, { tid: TENANT }, config);
    expect(problem.code).toBe('consent_required');
  });

  it('hands on the claims unchanged, as text', () => {
    expect(problemOf({ number: 50076, claims: CLAIMS }).facts.claims).toBe(CLAIMS);
    expect(problemOf({ number: 50076, claims: JSON.parse(CLAIMS) }).facts.claims).toBe(CLAIMS);
  });

  it("hands on Graph's claims when the exchange with them demands the user", () => {
    expect(problemOf({ number: 50173 }, CLAIMS)).toMatchObject({
      code: 'claims_challenge',
      facts: { claims: CLAIMS },
    });
  });

  it.each(['not json', '[]', '"text"', '{}', 'x'.repeat(5000), 7, null])(
    'takes %j for no claims',
    (claims) => {
      expect(problemOf({ number: 50076, claims }).code).toBe('consent_required');
    },
  );

  it("gives the administrator's link for the user's own organization", () => {
    const url = new URL(problemOf({ number: 90094 }).facts.adminConsentUrl ?? '');
    expect(url.origin + url.pathname).toBe(`https://login.microsoftonline.com/${TENANT}/v2.0/adminconsent`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: config.clientId,
      scope: 'openid profile offline_access User.Read Files.Read',
      redirect_uri: 'https://addin.contoso.com/consent.html',
    });
  });

  it('says nothing of the credential, and repeats no text of Entra ID', () => {
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
  ])('status %i without JSON: %s', (status, retryAfter, code) => {
    const problem = entraProblem({ status, retryAfter, body: undefined }, { tid: TENANT }, config);
    expect(problem).toMatchObject({ code, facts: retryAfter === undefined ? {} : { retryAfter } });
  });
});
