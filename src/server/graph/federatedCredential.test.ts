import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readConfig } from '../config.ts';
import { CLIENT_ID, TENANT } from '../../../tests/server/issuer.ts';
import { loadCredential } from './credential.ts';
import { createExchange } from './onBehalfOf.ts';
import type { TokenEndpoint } from './tokenEndpoint.ts';

/** Requests for a managed identity token. One endpoint for all tests, because MSAL keeps the first one per process. */
let asked: URL[];
const endpoint = {
  send: ({ url }: { url: string }) => {
    asked.push(new URL(url));
    return Promise.resolve({ status: 400, headers: {}, body: { error: 'invalid_request' } });
  },
} as unknown as TokenEndpoint;

beforeEach(() => {
  asked = [];
  vi.stubEnv('IDENTITY_ENDPOINT', 'http://127.0.0.1:4/msi/token');
  vi.stubEnv('IDENTITY_HEADER', 'header-of-the-platform');
});
afterEach(() => vi.unstubAllEnvs());

it.each([
  ['https://login.microsoftonline.com/organizations', 'api://AzureADTokenExchange'],
  ['https://login.microsoftonline.us/organizations', 'api://AzureADTokenExchangeUSGov'],
  ['https://login.partner.microsoftonline.cn/organizations', 'api://AzureADTokenExchangeChina'],
])('with AUTHORITY %s, requests a managed identity token for %s', async (AUTHORITY, audience) => {
  const config = readConfig({ CLIENT_ID, AUTHORITY, MANAGED_IDENTITY_CLIENT_ID: CLIENT_ID });
  const exchange = createExchange(config, loadCredential(config.credential, Date.now()), endpoint);
  const call = { correlationId: CLIENT_ID, signal: new AbortController().signal, deadline: Infinity };
  await expect(exchange({ assertion: 'token', tid: TENANT }, call)).rejects.toMatchObject({
    code: 'server_misconfigured',
  });
  expect(asked[0]?.searchParams.get('resource')).toBe(audience);
});
