// @module-tag full
import { afterEach, beforeEach, expect, it } from 'vitest';
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
