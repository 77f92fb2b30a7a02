import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { SignJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCA } from 'mkcert';
import {
  IDENTITY_PATH,
  managedIdentities,
  SANDBOX_CLIENT_ID,
  SANDBOX_EXPIRED_SECRET,
  SANDBOX_IDENTITY_HEADER,
} from '../../registration.ts';
import { officeToken } from '../../testing/officeToken.ts';
import { json, startTestSandbox, type TestSandbox } from '../../testing/testSandbox.ts';

interface Signed {
  readonly certificate: string;
  readonly privateKey: string;
}

/** @param validity days from now */
async function selfSigned(validity: number): Promise<Signed> {
  const { cert, key } = await createCA({
    organization: 'addin',
    countryCode: 'US',
    state: 'Washington',
    locality: 'Redmond',
    validity,
  });
  return { certificate: cert, privateKey: key };
}

let sandbox: TestSandbox;
let registered: Signed;
let expired: Signed;
let other: Signed;
beforeAll(async () => {
  [registered, expired, other] = await Promise.all([selfSigned(1), selfSigned(-1), selfSigned(1)]);
  sandbox = await startTestSandbox({ clientCertificates: [registered.certificate, expired.certificate] });
});
afterAll(() => sandbox.close());

/** Returns the AADSTS number, or 0 for a token. */
async function exchange(proof: Record<string, string>): Promise<number> {
  const answer = await sandbox.fetch(`${sandbox.origins.entra}/common/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: SANDBOX_CLIENT_ID,
      scope: 'https://graph.microsoft.com/.default',
      assertion: await officeToken(sandbox),
      ...proof,
    }),
  });
  const { error, error_codes: codes } = await json<{ error?: string; error_codes?: number[] }>(answer);
  // The error of the application, as opposed to the user.
  if (codes) expect([answer.status, error]).toEqual([401, 'invalid_client']);
  return codes?.[0] ?? 0;
}

const withAssertion = (assertion: string) =>
  exchange({
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  });

interface Made {
  readonly claims?: JWTPayload;
  readonly by?: Signed;
  /** The certificate whose thumbprint is in the header. */
  readonly as?: Signed;
  readonly sha1?: true;
}

function madeAssertion({ claims, by = registered, as = by, sha1 }: Made): Promise<string> {
  const { raw } = new X509Certificate(as.certificate);
  const thumbprint = createHash(sha1 ? 'sha1' : 'sha256')
    .update(raw)
    .digest('base64url');
  const now = Math.floor(Date.now() / 1000);
  const good = {
    aud: `${sandbox.origins.entra}/common/oauth2/v2.0/token`,
    iss: SANDBOX_CLIENT_ID,
    sub: SANDBOX_CLIENT_ID,
    jti: 'once',
    nbf: now,
    exp: now + 600,
  };
  return new SignJWT({ ...good, ...claims })
    .setProtectedHeader({ alg: 'PS256', [sha1 ? 'x5t' : 'x5t#S256']: thumbprint })
    .sign(createPrivateKey(by.privateKey));
}

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

describe('assertion signed with a certificate', () => {
  it.each([
    ['of the registration', {}],
    ['identified by its SHA-1 thumbprint', { sha1: true } as const],
  ])('accepts a certificate %s', async (_what, made) => {
    expect(await withAssertion(await madeAssertion(made))).toBe(0);
  });

  it.each<[string, () => Made, number]>([
    ['signed with an unregistered certificate', () => ({ by: other }), 700027],
    ["with the thumbprint of another key's certificate", () => ({ by: other, as: registered }), 700027],
    ['signed with an expired certificate', () => ({ by: expired }), 1000502],
    ['for another subject', () => ({ claims: { sub: 'somebody' } }), 700021],
    ['for another provider', () => ({ claims: { aud: 'https://elsewhere.example/token' } }), 700023],
    ['for an unknown tenant', () => ({ claims: { aud: sandbox.origins.entra } }), 700023],
    ['without an id', () => ({ claims: { jti: '' } }), 700027],
    ['that has expired', () => ({ claims: { exp: inSeconds(-120) } }), 700024],
    ['without an expiry', () => ({ claims: { exp: undefined } as unknown as JWTPayload }), 700024],
    ['that is not valid yet', () => ({ claims: { nbf: inSeconds(300) } }), 700024],
  ])('rejects an assertion %s', async (_what, made, number) => {
    expect(await withAssertion(await madeAssertion(made()))).toBe(number);
  });
});

interface IdentityAnswer {
  readonly access_token?: string;
  readonly message?: string;
}

async function askIdentity(
  query: Record<string, string>,
  header: Record<string, string> = { 'x-identity-header': SANDBOX_IDENTITY_HEADER },
) {
  const good = {
    'api-version': '2019-08-01',
    resource: 'api://AzureADTokenExchange',
    client_id: managedIdentities.federated.clientId,
  };
  const search = new URLSearchParams({ ...good, ...query }).toString();
  const answer = await sandbox.fetch(`${sandbox.origins.entra}${IDENTITY_PATH}?${search}`, {
    headers: header,
  });
  return { status: answer.status, ...(await json<IdentityAnswer>(answer)) };
}

describe('token of a managed identity', () => {
  it('is accepted if the registration trusts the identity', async () => {
    const { access_token: token = '' } = await askIdentity({});
    expect(await withAssertion(token)).toBe(0);
  });

  it.each<[string, Record<string, string>, number]>([
    ['for an untrusted identity', { client_id: managedIdentities.untrusted.clientId }, 700213],
    ['for another audience', { resource: 'https://vault.azure.net' }, 700212],
  ])('is rejected %s', async (_what, query, number) => {
    const { access_token: token = '' } = await askIdentity(query);
    expect(await withAssertion(token)).toBe(number);
  });

  it('is rejected from an untrusted issuer or with an invalid signature', async () => {
    expect(await withAssertion(await madeAssertion({ claims: { iss: 'https://elsewhere.example' } }))).toBe(
      700027,
    );
    sandbox.state.setScenario({ user: 'lee' });
    expect(await withAssertion(await officeToken(sandbox))).toBe(700211);
    sandbox.state.reset();
  });

  it.each<[string, Record<string, string>, Record<string, string> | undefined, number]>([
    ['without the header', {}, {}, 401],
    ['with a wrong header', {}, { 'x-identity-header': 'guessed' }, 401],
    ['for an unsupported API version', { 'api-version': '2017-09-01' }, undefined, 400],
    ['without a resource', { resource: '' }, undefined, 400],
    ['for an unassigned identity', { client_id: SANDBOX_CLIENT_ID }, undefined, 400],
  ])('is not issued %s', async (_what, query, header, status) => {
    const answer = await askIdentity(query, header);
    expect([answer.status, answer.access_token]).toEqual([status, undefined]);
    expect(answer.message).toBeTruthy();
  });
});

it('rejects a wrong secret and an expired one with different numbers', async () => {
  expect(await exchange({ client_secret: 'wrong' })).toBe(7000215);
  expect(await exchange({ client_secret: SANDBOX_EXPIRED_SECRET })).toBe(7000222);
});
