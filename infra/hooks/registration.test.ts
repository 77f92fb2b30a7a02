import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DRY_IDENTITY } from 'office-addin-sandbox/azure';
import { dryConfigure, type DryConfigure } from 'office-addin-tools/testing/configure';
import { afterProvision, beforeProvision, originOf, registrationArguments } from './registration.ts';

/** Runs the hooks against a simulated Azure, with azd's environment as a record. */

const ORIGIN = 'https://addin.dry-azure.example';
let dry: DryConfigure;
let azd: Record<string, string>;

beforeEach(() => {
  dry = dryConfigure();
  azd = { ADDIN_ORIGIN: ORIGIN, REGISTRATION_NAME: 'Contoso files' };
});
afterEach(() => dry.close());

const hook = (run: typeof beforeProvision) =>
  dry.withContext(
    (context) => run({ ...context, keep: (values) => Promise.resolve(void Object.assign(azd, values)) }),
    { variables: azd },
  );
const trusted = () => dry.applications()[0]?.['federatedIdentityCredentials'] as Record<string, unknown>[];
const changes = () =>
  dry.recording().filter(({ method = 'GET', kind }) => kind === 'graph' && method !== 'GET').length;

describe('azd up', { tags: 'full' }, () => {
  it('registers the add-in first, saves the values for the templates, and then trusts the identity', async () => {
    await hook(beforeProvision);
    expect(dry.application()).toMatchObject({ displayName: 'Contoso files', appId: azd['CLIENT_ID'] });
    expect(azd).toMatchObject({
      AUTHORITY: 'https://login.microsoftonline.com/organizations',
      SCOPE: 'User.Read Files.Read',
    });
    expect(dry.application().identifierUris).toEqual([`api://addin.dry-azure.example/${azd['CLIENT_ID']}`]);
    expect(trusted() ?? []).toEqual([]);
    expect(Object.keys(azd)).not.toContain('CACHE_KEYS');

    azd['IDENTITY_PRINCIPAL_ID'] = DRY_IDENTITY.id;
    await hook(afterProvision);
    expect(trusted()).toMatchObject([
      { subject: DRY_IDENTITY.id, audiences: ['api://AzureADTokenExchange'] },
    ]);
    expect(dry.application().passwordCredentials).toEqual([]);
    // The project's files stay those for development.
    expect(dry.read('.ENV')).toContain('CLIENT_ID={CLIENT_ID}');
  });

  it('is idempotent: no second registration, no change, the same secrets', async () => {
    Object.assign(azd, { USE_REDIS: 'true', USE_POSTGRES: 'true', SIGN_IN_AUDIENCE: 'single' });
    await hook(beforeProvision);
    azd['IDENTITY_PRINCIPAL_ID'] = DRY_IDENTITY.id;
    await hook(afterProvision);
    const [known, done] = [{ ...azd }, changes()];
    expect(known['AUTHORITY']).toMatch(/^https:\/\/login\.microsoftonline\.com\/[0-9a-f-]{36}$/);
    expect(known['CACHE_KEYS']).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    // Redis and PostgreSQL authenticate the server by its managed identity.
    expect(Object.keys(known).filter((name) => /PASSWORD|SECRET/.test(name))).toEqual([]);

    // Simulate that azd stopped before it saved the id.
    Reflect.deleteProperty(azd, 'CLIENT_ID');
    await hook(beforeProvision);
    await hook(afterProvision);
    expect(azd).toEqual(known);
    expect(changes()).toBe(done);
    expect(dry.applications()).toHaveLength(1);
    expect(dry.said()).not.toContain(known['CACHE_KEYS']);
  });

  it('does not change a registration that is managed by hand, and prints the command for it', async () => {
    azd['REGISTRATION'] = 'by-hand';
    await expect(hook(beforeProvision)).rejects.toThrow(/CLIENT_ID, AUTHORITY, SCOPE/);
    Object.assign(azd, {
      CLIENT_ID: '11111111-2222-4333-8444-555555555555',
      AUTHORITY: 'https://login.microsoftonline.com/common',
      SCOPE: 'User.Read',
      IDENTITY_PRINCIPAL_ID: DRY_IDENTITY.id,
    });
    await hook(beforeProvision);
    await hook(afterProvision);
    expect(dry.said()).toContain(`--credential managed-identity --identity ${DRY_IDENTITY.id}`);
    // No call was made, so there is no recording.
    expect(() => dry.recording()).toThrow(/ENOENT/);
  });
});

describe('reports the fix for', () => {
  it.each([
    '',
    'addin.contoso.com',
    'http://addin.contoso.com',
    `${ORIGIN}/`,
    `${ORIGIN}/a`,
    'https://localhost:3000',
  ])('the invalid ADDIN_ORIGIN %j', (ADDIN_ORIGIN) =>
    expect(() => originOf({ ADDIN_ORIGIN })).toThrow(/azd env set ADDIN_ORIGIN/),
  );

  it('a missing name', () =>
    expect(() => registrationArguments({}, ORIGIN, [])).toThrow(/azd env set REGISTRATION_NAME/));

  it('a missing identity', async () => expect(hook(afterProvision)).rejects.toThrow(/IDENTITY_PRINCIPAL_ID/));

  it('an invalid REGISTRATION', async () => {
    azd['REGISTRATION'] = 'manual';
    await expect(hook(beforeProvision)).rejects.toThrow(/by-hand/);
  });
});
