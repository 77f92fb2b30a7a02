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
  it('names everything that a bare registration lacks', () => {
    expect(problems(bare())).toEqual([
      'Tokens of version 1 are issued; the server expects 2.',
      'The scope access_as_user is missing.',
      `Not authorized for access_as_user: Microsoft Office (${OFFICE_CLIENT}).`,
      `Not authorized for access_as_user: the add-in itself (${clientId}).`,
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

  it('finds nothing after its own patch', () => {
    expect(problems(patched(bare()))).toEqual([]);
    expect(differencesOf(patched(bare()), wanted)).toEqual({ list: [], patch: {} });
  });

  it('warns of the implicit grant, of scopes that Graph has not, and of credentials that end', () => {
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
      'Microsoft Graph has no delegated permission called Files.Raed.',
      expect.stringContaining('implicit grant is switched on'),
      'The last secret ends on 2026-12-01.',
    ]);
  });
});

describe('the patch', () => {
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

  it('keeps what others added, and the id of a scope that is there', () => {
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

  it('changes the audience only when one is asked for', () => {
    const single = wantedRegistration({ ...facts, audience: 'single' });
    expect(differencesOf(applicationSchema.parse(others), single).patch).toMatchObject({
      signInAudience: 'AzureADMyOrg',
    });
  });
});

describe('wantedRegistration', () => {
  it('gives the scope the same id each time, and another one for another name', () => {
    const idOf = (uniqueName: string) => wantedRegistration({ ...facts, uniqueName }).scopeId;
    expect(idOf('a')).toBe(idOf('a'));
    expect(idOf('a')).not.toBe(idOf('b'));
    expect(idOf('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });

  it('leaves out what needs a client id while there is none', () => {
    const first = wantedRegistration({ ...facts, clientId: undefined });
    expect(first.identifierUri).toBeUndefined();
    expect(first.preAuthorized).toEqual([OFFICE_CLIENT]);
  });

  it("takes Graph's own ids before the table, and scopes that are written in full", () => {
    const { permissions } = wantedRegistration({
      ...facts,
      scopes: ['https://graph.microsoft.com/Calendars.Read'],
      permissionIds: { 'Calendars.Read': 'from-graph' },
    });
    expect(permissions.at(-1)).toEqual({ name: 'Calendars.Read', id: 'from-graph' });
  });
});
