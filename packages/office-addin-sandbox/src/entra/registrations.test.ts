import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testAddin } from '../testing/addins.ts';
import { TestBrowser } from '../testing/browser.ts';
import { askOffice, postControl } from '../testing/officeToken.ts';
import { json, startTestSandbox, type TestSandbox } from '../testing/testSandbox.ts';
import { permitsRedirect, Registrations, secretFault } from './registrations.ts';

const TOTALS = { id: '11111111-0000-4000-8000-000000000001', origin: 'https://localhost:4001' };
const NOTES = { id: '22222222-0000-4000-8000-000000000002', origin: 'https://localhost:4002' };
const resourceOf = ({ id, origin }: typeof TOTALS) => `api://${new URL(origin).host}/${id}`;

const addins = [
  testAddin('totals', TOTALS.origin, {
    id: TOTALS.id,
    resource: resourceOf(TOTALS),
    scopes: ['Mail.Read', 'profile'],
  }),
  testAddin('notes', NOTES.origin, { id: NOTES.id, resource: resourceOf(NOTES), scopes: [] }),
  testAddin('open', 'https://localhost:4003'),
  testAddin('elsewhere', 'https://localhost:4004', {
    id: '44444444-0000-4000-8000-000000000004',
    resource: 'api://other.example/44444444-0000-4000-8000-000000000004',
    scopes: [],
  }),
];

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox({ addins });
});
afterAll(() => sandbox.close());

const exchange = async (clientId: string, assertion: string, secret = 'any secret') => {
  const response = await sandbox.fetch(`${sandbox.origins.entra}/common/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: clientId,
      client_secret: secret,
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion,
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  return json<{ access_token?: string; error_codes?: number[] }>(response);
};

it.each([
  ['totals', TOTALS],
  ['notes', NOTES],
])('issues tokens for the registration of the add-in %s', async (addin, { id }) => {
  const { token = '' } = await askOffice(sandbox, {}, { addin });
  expect(decodeJwt(token).aud).toBe(id);
});

it('issues version 1.0 tokens for the Resource of the manifest', async () => {
  sandbox.state.setScenario({ getAccessToken: [{ token: { ver: '1.0' } }] });
  const { token = '' } = await askOffice(sandbox, {}, { addin: 'notes' });
  sandbox.state.reset();
  expect(decodeJwt(token)).toMatchObject({
    aud: resourceOf(NOTES),
    iss: expect.stringContaining('sts.windows.net') as string,
  });
});

it("exchanges tokens for the scopes of the manifest, but not another add-in's token", async () => {
  const { token = '' } = await askOffice(sandbox, {}, { addin: 'totals' });
  const { access_token: graphToken = '' } = await exchange(TOTALS.id, token);
  expect(decodeJwt(graphToken)).toMatchObject({ appid: TOTALS.id, scp: 'Mail.Read' });
  expect(await exchange(NOTES.id, token)).toMatchObject({ error_codes: [500131] });
});

it('accepts every secret, because a manifest names none, except the expired one', async () => {
  const { token = '' } = await askOffice(sandbox, {}, { addin: 'totals' });
  expect(await exchange(TOTALS.id, token, 'was-good-in-the-sandbox')).toMatchObject({
    error_codes: [7000222],
  });
});

it('returns 13000 to an add-in without WebApplicationInfo, and 13004 if Resource names another host', async () => {
  expect(await askOffice(sandbox, {}, { addin: 'open' })).toEqual({ error: 13000 });
  expect(await askOffice(sandbox, {}, { addin: 'elsewhere' })).toEqual({ error: 13004 });
});

it('permits redirects only to pages of the add-in that signs in', async () => {
  const browser = new TestBrowser(sandbox);
  const open = (members: Record<string, string>) => browser.open({ scope: 'openid User.Read', ...members });
  const own = { client_id: TOTALS.id, redirect_uri: `${TOTALS.origin}/any/page.html` };
  expect((await open(own)).status).toBe(200);
  const refused = await open({ ...own, redirect_uri: `${NOTES.origin}/any/page.html` });
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('AADSTS50011')]);
});

it.each([
  [TOTALS.origin, TOTALS.origin],
  ['https://elsewhere.example', null],
])('answers a preflight of %s with %s', async (origin, allowed) => {
  const response = await sandbox.fetch(`${sandbox.origins.entra}/common/oauth2/v2.0/token`, {
    method: 'OPTIONS',
    headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
  });
  expect(response.headers.get('access-control-allow-origin')).toBe(allowed);
});

it('accepts every client id for a manifest that names none, and returns its tokens through the bridge', async () => {
  sandbox.state.setScenario({ nestedAppAuth: true });
  const request = {
    messageType: 'NestedAppAuthRequest',
    method: 'GetToken',
    requestId: 'r',
    tokenParams: { clientId: 'Enter_the_Application_Id_Here', scope: 'User.Read' },
  };
  const answer = await json<{ token: { access_token: string } }>(
    postControl(sandbox, 'office/nested', request),
  );
  expect(decodeJwt(answer.token.access_token)).toMatchObject({ appid: 'Enter_the_Application_Id_Here' });
});

it('returns the origins of all manifests with the same client id', () => {
  const twin = testAddin('outlook', 'https://localhost:4009', { id: TOTALS.id, scopes: [] });
  const registrations = new Registrations(sandbox.origins, [...addins, twin]);
  expect(registrations.find(TOTALS.id.toUpperCase())?.origins).toEqual([
    TOTALS.origin,
    'https://localhost:4009',
  ]);
});

it('takes client id, secret and redirect URIs of the options instead of what the manifest allows', () => {
  const placeholder = 'Enter_the_Application_Id_Here';
  const template = testAddin('template', TOTALS.origin, {
    id: placeholder,
    resource: resourceOf({ ...TOTALS, id: placeholder }),
    scopes: [],
  });
  const redirectUri = `${TOTALS.origin}/auth.html`;
  const options = { clientId: NOTES.id, secret: 'right', redirectUris: [redirectUri] };
  const registrations = new Registrations(sandbox.origins, [template], options);
  const registration = registrations.ofAddin('template');
  expect(registration).toMatchObject({
    clientId: NOTES.id,
    appIdUri: resourceOf({ ...TOTALS, id: NOTES.id }),
  });
  expect(registrations.find(placeholder)).toBeUndefined();
  expect([secretFault(registration, 'right'), secretFault(registration, 'wrong')]).toEqual([
    undefined,
    7000215,
  ]);
  expect(permitsRedirect(registration, redirectUri)).toBe(true);
  expect(permitsRedirect(registration, `${TOTALS.origin}/other.html`)).toBe(false);
});

it('serves instance discovery and the keys of version 1.0 to pages', async () => {
  const { origins } = sandbox;
  const instance = await sandbox.fetch(`${origins.entra}/common/discovery/instance?api-version=1.1`);
  expect(instance.headers.get('access-control-allow-origin')).toBe('*');
  expect(await json(instance)).toMatchObject({
    tenant_discovery_endpoint: `${origins.entra}/common/v2.0/.well-known/openid-configuration`,
    metadata: [{ preferred_network: new URL(origins.entra).host }],
  });
  const keys = await json<{ keys: unknown[] }>(sandbox.fetch(`${origins.entra}/common/discovery/keys`));
  expect(keys.keys.length).toBeGreaterThan(0);
});
