import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startDryAzure, type DryAzure } from 'office-addin-sandbox/azure';
import { graphClient, type GraphClient } from './graphClient.ts';
import { readRegistration } from './readRegistration.ts';
import { createRegistration, knowsUniqueNames, registrationByName } from './registrations.ts';
import { wantedRegistration } from './wantedRegistration.ts';

let folder: string;
let azure: DryAzure;
let graph: GraphClient;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'registrations-'));
  azure = await startDryAzure(folder);
  graph = graphClient({
    endpoint: azure.graphEndpoint,
    token: () => Promise.resolve('a.b.dry-azure-token'),
    wait: () => Promise.resolve(),
  });
});
afterEach(async () => {
  await azure.close();
  rmSync(folder, { recursive: true });
});

const wanted = wantedRegistration({
  clientId: undefined,
  origin: 'https://localhost:3000',
  scopes: [],
  audience: 'multiple',
});
const make = (uniqueNames: boolean) =>
  createRegistration(graph, { displayName: "O'Hara", uniqueName: 'contoso', wanted }, uniqueNames);

it.each([
  ['the unique name', true],
  ['the tag, in a cloud without unique names', false],
])('finds a registration by %s', async (_how, uniqueNames) => {
  expect(await registrationByName(graph, 'contoso', uniqueNames)).toBeUndefined();
  const made = await make(uniqueNames);
  expect(await registrationByName(graph, 'contoso', uniqueNames)).toMatchObject({ appId: made.appId });
  expect(await registrationByName(graph, 'contos', uniqueNames)).toBeUndefined();
});

it('creates one registration for concurrent calls', async () => {
  const [one, two] = await Promise.all([make(true), make(true)]);
  expect(one.appId).toBe(two.appId);
  expect(azure.directory.state.applications).toHaveLength(1);
});

it('knows which clouds support unique names', () => {
  expect(knowsUniqueNames('https://graph.microsoft.com')).toBe(true);
  expect(knowsUniqueNames('https://microsoftgraph.chinacloudapi.cn')).toBe(false);
});

it("reads a registration with az's sign-in", async () => {
  const { appId } = await make(true);
  const read = (clientId: string) =>
    readRegistration({ clientId, env: azure.environment, graphEndpoint: azure.graphEndpoint });
  expect(await read(appId)).toMatchObject({
    registration: { appId, displayName: "O'Hara" },
    tenantId: azure.directory.state.tenant.id,
    permissionIds: { 'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d' },
  });
  expect((await read('11111111-2222-4333-8444-555555555555')).registration).toBeUndefined();
});
