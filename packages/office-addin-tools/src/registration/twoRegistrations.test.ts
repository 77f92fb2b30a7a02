// @module-tag full
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegistrationFacts } from '../doctor/gatherRegistration.ts';
import { fixtureProject } from '../manifest/testing/sampleManifests.ts';
import { applicationSchema } from './application.ts';
import { dryConfigure, type DryConfigure } from './testing/dryConfigure.ts';
import { brokenRules } from './testing/registrationRules.ts';

let dry: DryConfigure;
beforeEach(() => (dry = dryConfigure()));
afterEach(() => dry.close());

const TWO = ['--registrations', 'two'];
const setting = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(dry.read('.ENV'))?.[1];
const registrations = () => dry.applications().map((one) => applicationSchema.parse(one));
const paneUris = [
  'https://localhost:3000/bridge.html',
  'https://localhost:3000/dialog.html',
  'brk-multihub://localhost:3000',
];

function both() {
  const [server, pane] = [setting('CLIENT_ID'), setting('PANE_CLIENT_ID')].map((id) =>
    registrations().find(({ appId }) => appId === id),
  );
  if (!server || !pane) throw new Error('A registration is missing.');
  return { server, pane };
}

it('creates a confidential client for the server and a public client for the pane', async () => {
  await dry.run(TWO);
  const { server, pane } = both();
  const [scope] = server.api.oauth2PermissionScopes;
  expect(server.spa.redirectUris).toEqual(['https://localhost:3000/consent.html']);
  expect(server.api.knownClientApplications).toEqual([pane.appId]);
  const authorized = server.api.preAuthorizedApplications.map(({ appId }) => appId);
  expect(authorized).toContain(pane.appId);
  expect(authorized).not.toContain(server.appId);
  expect(pane.spa.redirectUris).toEqual(paneUris);
  expect(pane.signInAudience).toBe(server.signInAudience);
  expect(pane.requiredResourceAccess).toMatchObject([
    { resourceAppId: server.appId, resourceAccess: [{ id: scope?.id, type: 'Scope' }] },
  ]);
  expect(pane.passwordCredentials).toEqual([]);
  expect(server.passwordCredentials).toHaveLength(1);
  expect(dry.principals()).toEqual(expect.arrayContaining([server.appId, pane.appId]));
  expect(dry.read('manifest.xml')).toContain(server.appId);
  expect(dry.read('manifest.xml')).not.toContain(pane.appId);
});

it('changes nothing the second time, also without the option', async () => {
  await dry.run(TWO);
  const before = dry.applications();
  await dry.run();
  expect(dry.applications()).toEqual(before);
  expect(dry.said()).toContain('Everything is up to date.');
});

it('splits one registration, and joins two', async () => {
  await dry.run();
  const { appId } = dry.application();
  await dry.run(TWO);
  expect(both().server.appId).toBe(appId);
  expect(both().server.spa.redirectUris).toEqual(['https://localhost:3000/consent.html']);
  expect(dry.said()).toContain('which belongs to the registration of the pane');
  await dry.run(['--registrations', 'one']);
  expect(setting('PANE_CLIENT_ID')).toBeUndefined();
  const server = registrations().find((one) => one.appId === appId) ?? dry.application();
  expect(server.appId).toBe(appId);
  expect(server.spa.redirectUris).toEqual(expect.arrayContaining(paneUris));
  expect(brokenRules(server, { host: 'localhost:3000' })).toEqual([]);
  expect(dry.said()).toContain('The pane no longer uses its own registration');
});

it('shows both registrations in the plan', async () => {
  await dry.run([...TWO, '--dry-run']);
  expect(dry.applications()).toEqual([]);
  expect(dry.said()).toContain("create  the pane's registration");
  expect(dry.said()).toContain("create  in the pane's registration: add the redirect URI");
});

it('removes both registrations', async () => {
  await dry.run(TWO);
  await dry.run(['--remove', '--yes']);
  expect(dry.applications()).toEqual([]);
  expect(dry.read('.ENV')).not.toContain('PANE_CLIENT_ID');
});

describe('doctor', () => {
  /** Returns what doctor finds in the two registrations, as `where: problem`. */
  async function found(): Promise<string[]> {
    const said: string[] = [];
    await dry.withContext(async ({ env, graphEndpoint }) => {
      const config = fixtureProject.readSettings({
        CLIENT_ID: setting('CLIENT_ID') ?? '',
        CLIENT_SECRET: 'any',
        AUTHORITY: setting('AUTHORITY'),
        SCOPE: 'User.Read Files.Read',
      });
      const facts = await readRegistrationFacts(
        { ...config, paneClientId: setting('PANE_CLIENT_ID') ?? '' },
        env,
        graphEndpoint,
      );
      if (facts.kind !== 'read') throw new Error(`The registrations were not read: ${facts.kind}.`);
      said.push(...facts.findings.map(({ where, problem }) => `${where}: ${problem}`));
    });
    return said;
  }

  /** Changes the registration of the pane, as someone in the Entra admin center would. */
  function editPane(change: (application: Record<string, unknown>) => void): void {
    const file = join(dry.azure, 'azure.json');
    const state = JSON.parse(readFileSync(file, 'utf8')) as { applications: Record<string, unknown>[] };
    for (const application of state.applications)
      if (application['appId'] === setting('PANE_CLIENT_ID')) change(application);
    writeFileSync(file, JSON.stringify(state));
  }

  beforeEach(() => dry.run(TWO));

  it('finds nothing in what configure-sso creates', async () => {
    expect(await found()).toEqual([]);
  });

  it('names each redirect URI that the registration of the pane lacks', async () => {
    editPane((application) => (application['spa'] = { redirectUris: [] }));
    expect(await found()).toEqual(
      paneUris.map((uri) => expect.stringContaining(`The redirect URI ${uri} is missing`) as string),
    );
    editPane((application) => (application['spa'] = { redirectUris: paneUris.slice(0, 2) }));
    expect(await found()).toEqual([
      expect.stringMatching(
        /^Registration of the pane, .*redirect URI brk-multihub:\/\/localhost:3000 is missing/u,
      ),
    ]);
  });

  it('reports the missing permission for the API, and other accounts', async () => {
    editPane((application) => (application['requiredResourceAccess'] = []));
    expect(await found()).toEqual([
      expect.stringContaining("The permission for the server's API is missing."),
    ]);
    await dry.run(TWO);
    editPane((application) => (application['signInAudience'] = 'AzureADMyOrg'));
    expect(await found()).toEqual([
      expect.stringMatching(/^Registration of the pane, .*Accounts of this tenant only/u),
    ]);
  });

  it('reports that the tenant lacks the registration of the pane', async () => {
    editPane((application) => (application['appId'] = '00000000-0000-4000-8000-000000000000'));
    expect(await found()).toEqual(['PANE_CLIENT_ID: The tenant has no registration with this client id.']);
  });
});
