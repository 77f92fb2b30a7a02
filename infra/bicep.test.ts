import { beforeAll, describe, expect, it } from 'vitest';
import { checkTemplates, readTemplates } from './checks/checkProject.ts';
import { toTemplate, type Template } from './checks/template.ts';

/** The templates as they are, and with a mistake put in: each kind has to be found. */

let templates: Map<string, Template>;
beforeAll(async () => (templates = await readTemplates()));

it('the templates have no mistake that can be seen here', () => {
  expect(checkTemplates(templates)).toEqual([]);
});

const mistakes = [
  ['a property that is none', 'modules/site.bicep', 'httpsOnly: true', 'httpOnly: true', /is it httpsOnly\?/],
  [
    'a type that is none',
    'modules/site.bicep',
    "'Microsoft.Web/serverfarms@",
    "'Microsoft.Web/serverfarm@",
    /there is no type/,
  ],
  [
    'a version that is none',
    'modules/vault.bicep',
    'vaults@2026-02-01',
    'vaults@2026-02-02',
    /known is Microsoft.KeyVault\/vaults@2026-02-01/,
  ],
  [
    'a property that is read only',
    'modules/site.bicep',
    '    reserved: true',
    "    reserved: true\n    status: 'Ready'",
    /cannot be set/,
  ],
  [
    'a property that is missing',
    'modules/cache.bicep',
    "    publicNetworkAccess: privateOnly ? 'Disabled' : 'Enabled'\n",
    '',
    /publicNetworkAccess of RedisProperties is missing/,
  ],
  [
    'a text for a number',
    'modules/monitoring.bicep',
    'dailyQuotaGb: 1',
    "dailyQuotaGb: '1'",
    /literal string and has to be a int/,
  ],
  [
    'a text for a switch',
    'modules/site.bicep',
    'alwaysOn: true',
    "alwaysOn: 'true'",
    /literal string and has to be a bool/,
  ],
  [
    'a value that is none',
    'modules/site.bicep',
    "ftpsState: 'Disabled'",
    "ftpsState: 'Off'",
    /known are AllAllowed, Disabled, FtpsOnly/,
  ],
  [
    'a value outside of a closed list',
    'modules/vault.bicep',
    "name: 'standard'",
    "name: 'basic'",
    /known are premium, standard/,
  ],
  [
    'an object for a list',
    'modules/deployer.bicep',
    'audiences: [audience]',
    'audiences: {}',
    /has to be a list/,
  ],
  [
    'a member of a list',
    'modules/site.bicep',
    "category: 'AppServiceHTTPLogs', enabled: true",
    "category: 'AppServiceHTTPLogs'",
    /enabled of LogSetting is missing/,
  ],
  ['a nested resource', 'modules/site.bicep', "    name: 'scm'", "    name: 'git'", /known are ftp, scm/],
  [
    'a name that is nothing',
    'modules/site.bicep',
    'capacity: instances',
    'capacity: instance',
    /instance is nothing; is it instances\?/,
  ],
  [
    'a member that cannot be read',
    'modules/site.bicep',
    'site.properties.defaultHostName',
    'site.properties.defaultHostname',
    /has no properties.defaultHostname/,
  ],
  [
    'a parameter that the module has not',
    'main.bicep',
    '    planSku: planSku',
    '    sku: planSku',
    /has no parameter sku/,
  ],
  [
    'a parameter that the module needs',
    'main.bicep',
    '    workspaceId: monitoring.outputs.workspaceId\n',
    '',
    /needs the parameter workspaceId/,
  ],
  [
    'a parameter of another type',
    'main.bicep',
    'privateOnly: usesNetwork',
    'privateOnly: nodeVersion',
    /privateOnly of modules\/vault.bicep is bool, and nodeVersion is string/,
  ],
  ['a secret that is handed on in the open', 'modules/cache.bicep', '@secure()\n', '', /cacheKeys is secure/],
  [
    'an output that is none',
    'main.bicep',
    'identity.outputs.clientId',
    'identity.outputs.applicationId',
    /has no output applicationId/,
  ],
  [
    'a module that is none',
    'main.bicep',
    "'modules/cache.bicep'",
    "'modules/redis.bicep'",
    /there is no modules\/redis.bicep/,
  ],
  [
    'a parameter without effect',
    'modules/site.bicep',
    'NODE|${nodeVersion}-lts',
    'NODE|22-lts',
    /nodeVersion is used by nothing/,
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

it('what is no Bicep at all is refused with its line', async () => {
  await expect(toTemplate("var a = 1\nresource x 'y' = {\n  a: \n", 'x.bicep')).rejects.toThrow(/line \d/);
});
