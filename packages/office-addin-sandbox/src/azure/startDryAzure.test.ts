import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDryAzure, type DryAzure } from './startDryAzure.ts';

let folder: string;
let azure: DryAzure;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dry-azure-'));
  azure = await startDryAzure(folder);
});
afterEach(async () => {
  await azure.close();
  rmSync(folder, { recursive: true });
});

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${azure.graphEndpoint}/v1.0${path}`, {
    method,
    headers: { Authorization: 'Bearer a.b.dry-azure-token', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  return {
    status: response.status,
    answer,
    error: answer['error'] as { code: string; message: string } | undefined,
  };
}

const upsert = { Prefer: 'create-if-missing' };
async function create(body: unknown = { displayName: 'A' }): Promise<string> {
  const { answer, status } = await send('PATCH', "/applications(uniqueName='a')", body, upsert);
  expect(status).toBe(201);
  return String(answer['id']);
}

describe('startDryAzure', () => {
  it('creates an application by its unique name once, and keeps it between runs', async () => {
    const id = await create();
    expect(await send('PATCH', "/applications(uniqueName='a')", { displayName: 'B' }, upsert)).toMatchObject({
      status: 204,
    });
    expect(await send('PATCH', "/applications(uniqueName='b')", { displayName: 'B' })).toMatchObject({
      status: 404,
    });
    await azure.close();
    azure = await startDryAzure(folder);
    const { answer } = await send('GET', `/applications/${id}?$select=displayName,appId`);
    expect(answer).toEqual({ displayName: 'B', appId: expect.any(String) as string });
  });

  it('returns 401 unless the token is from its own az', async () => {
    const response = await fetch(`${azure.graphEndpoint}/v1.0/organization`, {
      headers: { Authorization: 'Bearer eyJ.real.token' },
    });
    expect(response.status).toBe(401);
  });

  const guid = '11111111-2222-4333-8444-555555555555';
  it.each([
    ['an unknown property', { publicClients: {} }, /Invalid property 'publicClients'/],
    ['an unknown nested property', { api: { permissionIds: [] } }, /Invalid property 'permissionIds'/],
    ['a read-only property', { appId: guid }, /Invalid property 'appId'/],
    ['a secret by PATCH', { passwordCredentials: [] }, /Invalid property/],
    [
      'an unknown scope id',
      { api: { preAuthorizedApplications: [{ appId: guid, delegatedPermissionIds: [guid] }] } },
      /cannot be found/,
    ],
    [
      'a host outside the verified domains',
      { identifierUris: ['api://addin.fabrikam.com/x'], signInAudience: 'AzureADMultipleOrgs' },
      /verified domain/,
    ],
    ['a relative identifier URI', { identifierUris: ['add-in'] }, /not an absolute URI/],
    ['a redirect URI without TLS', { spa: { redirectUris: ['http://addin.contoso.com/'] } }, /not allowed/],
    [
      'a duplicate redirect URI',
      { spa: { redirectUris: ['https://a.example/', 'https://a.example/'] } },
      /twice/,
    ],
    ['an unknown audience', { signInAudience: 'Everybody' }, /signInAudience/],
  ])('rejects %s', async (_name, body, message) => {
    const id = await create();
    const { status, error } = await send('PATCH', `/applications/${id}`, body);
    expect(status).toBe(400);
    expect(error?.message).toMatch(message);
  });

  it('rejects removing an enabled scope', async () => {
    const scope = {
      id: guid,
      value: 'access_as_user',
      type: 'User',
      isEnabled: true,
      adminConsentDisplayName: 'x',
      adminConsentDescription: 'x',
    };
    const id = await create({ displayName: 'A', api: { oauth2PermissionScopes: [scope] } });
    const without = () => send('PATCH', `/applications/${id}`, { api: { oauth2PermissionScopes: [] } });
    expect(await without()).toMatchObject({ status: 400 });
    await send('PATCH', `/applications/${id}`, {
      api: { oauth2PermissionScopes: [{ ...scope, isEnabled: false }] },
    });
    expect(await without()).toMatchObject({ status: 204 });
  });

  it('returns a secret once, and never stores or records it', async () => {
    const id = await create();
    const { answer } = await send('POST', `/applications/${id}/addPassword`, { passwordCredential: {} });
    const secret = String(answer['secretText']);
    expect(secret.length).toBeGreaterThan(30);
    expect(JSON.stringify((await send('GET', `/applications/${id}`)).answer)).not.toContain(secret);
    expect(readFileSync(azure.recording, 'utf8')).not.toContain(secret);
    expect(readFileSync(join(folder, 'azure.json'), 'utf8')).not.toContain(secret);
  });

  it('returns 400 for an address that cannot be decoded', async () => {
    const response = await fetch(`${azure.graphEndpoint}/%E0%A4%A`);
    expect(response.status).toBe(400);
  });
});
