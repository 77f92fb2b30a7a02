import { beforeAll, describe, expect, it } from 'vitest';
import { checkTemplates, readTemplates } from './checks/checkProject.ts';
import { toTemplate, type Template } from './checks/template.ts';

/** Checks the templates as they are, and with one mistake of each kind. */

let templates: Map<string, Template>;
beforeAll(async () => (templates = await readTemplates()));

it('finds no mistakes in the templates', () => {
  expect(checkTemplates(templates)).toEqual([]);
});

const mistakes = [
  [
    'an unknown property',
    'modules/site.bicep',
    'httpsOnly: true',
    'httpOnly: true',
    /Did you mean httpsOnly\?/,
  ],
  [
    'an unknown type',
    'modules/site.bicep',
    "'Microsoft.Web/serverfarms@",
    "'Microsoft.Web/serverfarm@",
    /there is no type/,
  ],
  [
    'an unknown version',
    'modules/vault.bicep',
    'vaults@2026-02-01',
    'vaults@2026-02-02',
    /known: Microsoft.KeyVault\/vaults@2026-02-01/,
  ],
  [
    'a read-only property',
    'modules/site.bicep',
    '    reserved: true',
    "    reserved: true\n    status: 'Ready'",
    /cannot be set/,
  ],
  [
    'a missing property',
    'modules/cache.bicep',
    "    publicNetworkAccess: privateOnly ? 'Disabled' : 'Enabled'\n",
    '',
    /publicNetworkAccess of RedisProperties is missing/,
  ],
  [
    'a string instead of a number',
    'modules/monitoring.bicep',
    'dailyQuotaGb: 1',
    "dailyQuotaGb: '1'",
    /is a literal string, but must be an int/,
  ],
  [
    'a string instead of a boolean',
    'modules/site.bicep',
    'alwaysOn: true',
    "alwaysOn: 'true'",
    /is a literal string, but must be a bool/,
  ],
  [
    'an unknown value',
    'modules/site.bicep',
    "ftpsState: 'Disabled'",
    "ftpsState: 'Off'",
    /known: AllAllowed, Disabled, FtpsOnly/,
  ],
  [
    'a value outside a closed list',
    'modules/vault.bicep',
    "name: 'standard'",
    "name: 'basic'",
    /known: premium, standard/,
  ],
  [
    'an object instead of a list',
    'modules/deployer.bicep',
    'audiences: [audience]',
    'audiences: {}',
    /must be a list/,
  ],
  [
    'a missing member of a list item',
    'modules/site.bicep',
    "category: 'AppServiceHTTPLogs', enabled: true",
    "category: 'AppServiceHTTPLogs'",
    /enabled of LogSetting is missing/,
  ],
  [
    'an invalid nested resource',
    'modules/site.bicep',
    "    name: 'scm'",
    "    name: 'git'",
    /known: ftp, scm/,
  ],
  [
    'an undefined name',
    'modules/site.bicep',
    'capacity: instances',
    'capacity: instance',
    /instance is not defined\. Did you mean instances\?/,
  ],
  [
    'an unknown output property',
    'modules/site.bicep',
    'site.properties.defaultHostName',
    'site.properties.defaultHostname',
    /has no properties.defaultHostname/,
  ],
  [
    'an unknown parameter of a module',
    'main.bicep',
    '    planSku: planSku',
    '    sku: planSku',
    /has no parameter sku/,
  ],
  [
    'a missing parameter of a module',
    'main.bicep',
    '    workspaceId: monitoring.outputs.workspaceId\n',
    '',
    /needs the parameter workspaceId/,
  ],
  [
    'a parameter of the wrong type',
    'main.bicep',
    'privateOnly: usesNetwork',
    'privateOnly: nodeVersion',
    /privateOnly of modules\/vault.bicep is bool, but nodeVersion is string/,
  ],
  [
    'a secret passed to an insecure parameter',
    'modules/cache.bicep',
    '@secure()\n',
    '',
    /cacheKeys is secure/,
  ],
  [
    'an unknown output',
    'main.bicep',
    'identity.outputs.clientId',
    'identity.outputs.applicationId',
    /has no output applicationId/,
  ],
  [
    'a missing module',
    'main.bicep',
    "'modules/cache.bicep'",
    "'modules/redis.bicep'",
    /modules\/redis.bicep does not exist/,
  ],
  [
    'an unused parameter',
    'modules/site.bicep',
    'NODE|${nodeVersion}-lts',
    'NODE|22-lts',
    /nodeVersion is not used/,
  ],
] as const;

describe.each(mistakes)('%s', (_kind, file, good, bad, found) => {
  it('is found', async () => {
    const root = templates.get(file)?.root.text ?? '';
    expect(root).toContain(good);
    const changed = new Map(templates).set(
      file,
      await toTemplate(
        root.replace(good, () => bad),
        file,
      ),
    );
    const problems = checkTemplates(changed);
    expect(problems.join('\n')).toMatch(found);
    expect(problems.length).toBeLessThanOrEqual(3);
  });
});

it('names the line of a syntax error', async () => {
  await expect(toTemplate("var a = 1\nresource x 'y' = {\n  a: \n", 'x.bicep')).rejects.toThrow(/line \d/);
});
