import { describe, expect, it } from 'vitest';
import { applicationSchema, type Application } from './application.ts';
import { compareRegistration } from './compareRegistration.ts';
import { differencesOf } from './differences.ts';
import { wantedRegistration } from './wantedRegistration.ts';
import { GRAPH_APP_ID, OFFICE_CLIENT } from './wellKnown.ts';

const clientId = '11111111-2222-4333-8444-555555555555';
const facts = { clientId, origin: 'https://localhost:3000', scopes: ['User.Read', 'Files.Read'] };
const wanted = wantedRegistration(facts);
const now = Date.parse('2026-11-23');

const bare = () => applicationSchema.parse({ id: 'object-1', appId: clientId, api: null });
const patched = (actual: Application) =>
  applicationSchema.parse({ ...actual, ...differencesOf(actual, wanted).patch });
const problems = (actual: Application, known = wanted) =>
  compareRegistration(actual, known, now).map(({ problem }) => problem);

describe('compareRegistration', () => {
  it('reports everything that is missing in an empty registration', () => {
    expect(problems(bare())).toEqual([
      'The registration issues tokens of version 1, but the server expects version 2.',
      'The scope access_as_user is missing.',
      `Microsoft Office (${OFFICE_CLIENT}) is not authorized for access_as_user.`,
      `The add-in itself (${clientId}) is not authorized for access_as_user.`,
      'The redirect URI https://localhost:3000/bridge.html is missing.',
      'The redirect URI https://localhost:3000/dialog.html is missing.',
      'The redirect URI https://localhost:3000/consent.html is missing.',
      'The redirect URI brk-multihub://localhost:3000 is missing.',
      `The Application ID URI api://localhost:3000/${clientId} is missing.`,
      ...['openid', 'profile', 'offline_access', 'email', 'User.Read', 'Files.Read'].map(
        (name) => `The permission ${name} is missing.`,
      ),
    ]);
  });

  it('finds nothing after applying the patch', () => {
    expect(problems(patched(bare()))).toEqual([]);
    expect(differencesOf(patched(bare()), wanted)).toEqual({ list: [], patch: {} });
  });

  it('reports the implicit grant, unknown scopes and credentials that expire', () => {
    const actual = applicationSchema.parse({
      ...patched(bare()),
      web: { implicitGrantSettings: { enableIdTokenIssuance: true } },
      passwordCredentials: [
        { keyId: 'a', endDateTime: '2026-01-01T00:00:00Z' },
        { keyId: 'b', endDateTime: '2026-12-01T00:00:00Z' },
      ],
      keyCredentials: [{ keyId: 'c', endDateTime: '2027-12-01T00:00:00Z' }],
    });
    expect(problems(actual, wantedRegistration({ ...facts, scopes: ['Files.Raed'] }))).toEqual([
      'Microsoft Graph has no delegated permission Files.Raed.',
      expect.stringContaining('implicit grant is enabled'),
      'The last secret expires on 2026-12-01.',
    ]);
  });
});

describe('differencesOf', () => {
  const others = {
    ...bare(),
    signInAudience: 'AzureADMultipleOrgs',
    identifierUris: ['api://other'],
    spa: { redirectUris: ['https://other.example.com/'], note: 'kept' },
    api: {
      acceptMappedClaims: true,
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [
        { id: 'scope-of-others', value: 'other', isEnabled: true },
        { id: 'scope-by-hand', value: 'access_as_user', isEnabled: false, type: 'Admin' },
      ],
      preAuthorizedApplications: [
        { appId: OFFICE_CLIENT, delegatedPermissionIds: ['scope-of-others'] },
        { appId: 'another-client', delegatedPermissionIds: ['scope-of-others'] },
      ],
    },
    requiredResourceAccess: [
      { resourceAppId: 'another-api', resourceAccess: [{ id: 'x', type: 'Role' }] },
      { resourceAppId: GRAPH_APP_ID, resourceAccess: [{ id: 'y', type: 'Role' }] },
    ],
  };

  it("keeps others' entries, and the id of an existing scope", () => {
    const { patch } = differencesOf(applicationSchema.parse(others), wanted);
    expect(patch).toMatchObject({
      identifierUris: ['api://other', `api://localhost:3000/${clientId}`],
      spa: {
        note: 'kept',
        redirectUris: ['https://other.example.com/', ...wanted.redirectUris],
      },
      api: {
        acceptMappedClaims: true,
        oauth2PermissionScopes: [
          { id: 'scope-of-others' },
          { id: 'scope-by-hand', isEnabled: true, type: 'Admin' },
        ],
        preAuthorizedApplications: [
          { appId: OFFICE_CLIENT, delegatedPermissionIds: ['scope-of-others', 'scope-by-hand'] },
          { appId: 'another-client' },
          { appId: clientId, delegatedPermissionIds: ['scope-by-hand'] },
        ],
      },
    });
    expect(patch).not.toHaveProperty('signInAudience');
    const access = patch['requiredResourceAccess'] as { resourceAccess: unknown[] }[];
    expect(access.map(({ resourceAccess }) => resourceAccess.length)).toEqual([1, 7]);
  });

  it('changes the audience only on request', () => {
    const single = wantedRegistration({ ...facts, audience: 'single' });
    expect(differencesOf(applicationSchema.parse(others), single).patch).toMatchObject({
      signInAudience: 'AzureADMyOrg',
    });
  });
});

describe('wantedRegistration', () => {
  it('derives the id of the scope from the name', () => {
    const idOf = (uniqueName: string) => wantedRegistration({ ...facts, uniqueName }).scopeId;
    expect(idOf('a')).toBe(idOf('a'));
    expect(idOf('a')).not.toBe(idOf('b'));
    expect(idOf('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });

  it('omits what needs a client id if there is none', () => {
    const first = wantedRegistration({ ...facts, clientId: undefined });
    expect(first.identifierUri).toBeUndefined();
    expect(first.preAuthorized).toEqual([OFFICE_CLIENT]);
  });

  it("prefers Graph's ids to the table, and accepts full scope URLs", () => {
    const { permissions } = wantedRegistration({
      ...facts,
      scopes: ['https://graph.microsoft.com/Calendars.Read'],
      permissionIds: { 'Calendars.Read': 'from-graph' },
    });
    expect(permissions.at(-1)).toEqual({ name: 'Calendars.Read', id: 'from-graph' });
  });
});
