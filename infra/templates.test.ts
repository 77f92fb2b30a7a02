import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../src/contract/api.ts';
import { readConfig, settingNames } from '../src/server/serverConfig.ts';
import { defaultLimits } from '../src/server/limits.ts';
import * as options from '../src/server/options.ts';
import { isOfRemovedOption } from '../tests/support/scenarios.ts';
import { INFRA, readTemplates } from './checks/checkProject.ts';
import { descendants, literal, membersOf } from './checks/parseBicep.ts';
import { valueAt, type Template } from './checks/template.ts';

/** Security and operation requirements for the Azure resources, checked in the templates. */

let templates: Map<string, Template>;
beforeAll(async () => (templates = await readTemplates()));

const template = (file: string): Template => {
  const found = templates.get(file);
  if (!found) throw new Error(`There is no ${file}.`);
  return found;
};

/** Returns the text of a resource's value, through variables. */
function valueOf(file: string, symbol: string, ...path: string[]): string | undefined {
  const one = template(file);
  const resource = one.resources.find((candidate) => candidate.symbol === symbol);
  return resource && valueAt(one, resource.body, ...path)?.text;
}

describe.each(['site', 'staging'])('the app %s', (symbol) => {
  const property = (...path: string[]) => valueOf('modules/site.bicep', symbol, 'properties', ...path);

  it('accepts only HTTPS with TLS 1.2 or later, and no FTP', () => {
    expect(property('httpsOnly')).toBe('true');
    expect(property('siteConfig', 'minTlsVersion')).toBe("'1.2'");
    expect(property('siteConfig', 'scmMinTlsVersion')).toBe("'1.2'");
    expect(property('siteConfig', 'ftpsState')).toBe("'Disabled'");
    expect(property('siteConfig', 'remoteDebuggingEnabled')).toBe('false');
  });

  it('has no publishing password', () => {
    const { resources } = template('modules/site.bicep');
    const suffix = symbol === 'site' ? 'OfSite' : 'OfStaging';
    for (const name of ['ftp', 'scm']) {
      expect(resources.map((one) => one.symbol)).toContain(`${name}${suffix}`);
      expect(valueOf('modules/site.bicep', `${name}${suffix}`, 'name')).toBe(`'${name}'`);
      expect(valueOf('modules/site.bicep', `${name}${suffix}`, 'properties', 'allow')).toBe('false');
    }
  });

  it('runs as the managed identity, which also reads its secrets', () => {
    expect(valueOf('modules/site.bicep', symbol, 'identity', 'type')).toBe("'UserAssigned'");
    const identities = valueOf('modules/site.bicep', symbol, 'identity', 'userAssignedIdentities');
    expect(identities).toBe("{ '${identityId}': {} }");
    expect(property('keyVaultReferenceIdentity')).toBe('identityId');
  });

  it('is always on, without affinity, with a health check, and receives signals', () => {
    expect(property('clientAffinityEnabled')).toBe('false');
    expect(property('siteConfig', 'alwaysOn')).toBe('true');
    expect(property('siteConfig', 'healthCheckPath')).toBe(`'${routes.healthz}'`);
    expect(property('siteConfig', 'appCommandLine')).toBe("'exec node server.js'");
  });

  it('has its settings in a separate resource', () => {
    const suffix = symbol === 'site' ? 'OfSite' : 'OfStaging';
    expect(valueOf('modules/site.bicep', `settings${suffix}`, 'name')).toBe("'appsettings'");
    expect(valueOf('modules/site.bicep', `settings${suffix}`, 'properties')).toBe('settings');
    expect(property('siteConfig', 'appSettings')).toBeUndefined();
  });
});

describe('the settings', () => {
  /** From App Service's reference of app settings. */
  const platform = [
    ...['WEBSITE_RUN_FROM_PACKAGE', 'SCM_DO_BUILD_DURING_DEPLOYMENT', 'WEBSITES_CONTAINER_STOP_TIME_LIMIT'],
    ...['WEBSITE_WARMUP_PATH', 'WEBSITE_WARMUP_STATUSES'],
    ...['WEBSITE_SWAP_WARMUP_PING_PATH', 'WEBSITE_SWAP_WARMUP_PING_STATUSES'],
  ];
  const secrets = ['CLIENT_SECRET', 'CACHE_KEYS'];
  const samples: Readonly<Record<string, string>> = {
    addinOrigin: 'https://addin.contoso.com',
    clientId: '11111111-2222-4333-8444-555555555555',
    managedIdentityClientId: '11111111-2222-4333-8444-666666666666',
    authority: 'https://login.microsoftonline.com/common',
    allowedTenants: '',
    cacheUrl: 'rediss://11111111-2222-4333-8444-888888888888@cache.example.com:10000',
    databaseUrl: 'postgres://identity-abc@database.example.com:5432/addin?sslmode=verify-full',
    scope: 'User.Read Files.Read',
    'insights.properties.ConnectionString': 'InstrumentationKey=11111111-2222-4333-8444-777777777777',
  };

  const written = (): Map<string, string> => {
    const { variables } = template('modules/settings.bicep');
    return new Map(
      [...variables.values()].flatMap((value) =>
        membersOf(value).map(({ name, value: one }) => [name, literal(one) ?? one.text] as const),
      ),
    );
  };

  it('are known to the server or App Service', () => {
    const names = [...written().keys()].filter(
      (name) => !platform.includes(name) && !isOfRemovedOption(name),
    );
    expect(settingNames).toEqual(expect.arrayContaining(names));
    expect(names.length).toBeGreaterThan(6);
  });

  it('contain references to secrets instead of secrets', () => {
    const found = [...written()].filter(([name]) => secrets.includes(name));
    expect(found.map(([name]) => name)).toEqual(['CACHE_KEYS']);
    for (const [, value] of found)
      expect(value).toMatch(/^'@Microsoft\.KeyVault\(VaultName=\$\{vaultName\};SecretName=[a-z-]+\)'$/);
    const { parameters } = template('modules/settings.bicep');
    expect([...parameters.values()].filter(({ secure }) => secure)).toEqual([]);
  });

  it('refer to secrets that the vault contains', () => {
    const named = [...written().values()].flatMap((value) => /SecretName=([a-z-]+)/.exec(value)?.[1] ?? []);
    const put = [...templates.values()].flatMap((one) =>
      one.resources
        .filter(({ type }) => type.startsWith('Microsoft.KeyVault/vaults/secrets@'))
        .map(({ body }) => literal(valueAt(one, body, 'name'))),
    );
    expect(put.sort()).toEqual(named.sort());
  });

  it('are valid for the server, with and without Redis and PostgreSQL', () => {
    const secret: Readonly<Record<string, string>> = {
      CACHE_KEYS: Buffer.alloc(32).toString('base64'),
    };
    const environment = Object.fromEntries(
      [...written()].map(([name, value]) => [name, secret[name] ?? samples[value] ?? value]),
    );
    const config = readConfig({ ...environment, PORT: '8080' });
    expect(config).toMatchObject({ production: true, tls: null, addinOrigin: samples['addinOrigin'] });
    expect(config.credential).toEqual({
      kind: 'managed-identity',
      clientId: samples['managedIdentityClientId'],
    });
    const ofOptions = (expected: object) =>
      Object.fromEntries(Object.entries(expected).filter(([option]) => option in options));
    expect(config.options).toMatchObject(
      ofOptions({
        redis: { managedIdentity: true },
        preferences: { kind: 'postgres', managedIdentity: true },
      }),
    );
    const without = ['DATABASE_URL', 'DATABASE_AUTH', 'CACHE_URL', 'CACHE_AUTH', 'CACHE_KEYS'];
    const embedded = Object.fromEntries(
      Object.entries(environment).filter(([name]) => !without.includes(name)),
    );
    expect(readConfig(embedded).options).toMatchObject(
      ofOptions({
        redis: null,
        // The only folder that is writable and persistent.
        preferences: { kind: 'embedded', folder: expect.stringMatching(/^\/home\//) as string },
      }),
    );
  });

  it('route requests to ready instances, and let instances drain', () => {
    const settings = written();
    for (const name of ['WEBSITE_WARMUP_PATH', 'WEBSITE_SWAP_WARMUP_PING_PATH'])
      expect(settings.get(name)).toBe(routes.readyz);
    const seconds = Number(settings.get('WEBSITES_CONTAINER_STOP_TIME_LIMIT'));
    expect(seconds * 1000).toBeGreaterThan(defaultLimits.drainMs);
    expect(seconds).toBeLessThanOrEqual(120);
  });
});

describe('the other resources', () => {
  it('use one identity for the settings, the site and the registration', () => {
    const main = template('main.bicep');
    const param = (symbol: string, name: string) => {
      const module = main.modules.find((one) => one.symbol === symbol);
      return module && valueAt(main, module.body, 'params', name)?.text;
    };
    expect(param('settings', 'managedIdentityClientId')).toBe('identity.outputs.clientId');
    expect(param('site', 'identityId')).toBe('identity.outputs.id');
    expect(param('vault', 'readerPrincipalId')).toBe('identity.outputs.principalId');
    expect(main.outputs.get('IDENTITY_PRINCIPAL_ID')?.text).toBe('identity.outputs.principalId');
  });

  it('exclude Redis, PostgreSQL and the private network by default, and the vault without Redis', () => {
    const main = template('main.bicep');
    const conditional = main.modules.filter((one) => one.conditional).map(({ symbol }) => symbol);
    expect(conditional).toEqual([
      ...['network', 'vault', 'cache', 'database', 'vaultEndpoint', 'cacheEndpoint', 'databaseEndpoint'],
      'deployer',
    ]);
    for (const name of ['useRedis', 'usePostgres', 'privateNetwork'])
      expect(main.parameters.get(name)?.node.text).toMatch(/= false$/);
  });

  it('allow more than one instance only with PostgreSQL', () => {
    const main = template('main.bicep');
    const module = main.modules.find(({ symbol }) => symbol === 'site');
    expect(module && valueAt(main, module.body, 'params', 'instances')?.text).toBe(
      'usePostgres ? instances : 1',
    );
  });

  it('allow only plans with slots', () => {
    const text = template('main.bicep').root.text;
    const allowed = /@allowed\(\[([^\]]+)\]\)\nparam planSku/.exec(text)?.[1] ?? '';
    expect(allowed.split(', ').every((sku) => /^'(?:S\d|P\dv3)'$/.test(sku))).toBe(true);
  });

  it('configure Redis with TLS and without client redirects', () => {
    const value = (...path: string[]) => valueOf('modules/cache.bicep', 'tokens', 'properties', ...path);
    expect(value('clientProtocol')).toBe("'Encrypted'");
    expect(value('clusteringPolicy')).toBe("'EnterpriseCluster'");
    expect(valueOf('modules/cache.bicep', 'cluster', 'properties', 'minimumTlsVersion')).toBe("'1.2'");
  });

  it('make the server verify the certificate of PostgreSQL', () => {
    expect(template('modules/database.bicep').outputs.get('url')?.text).toContain('?sslmode=verify-full');
  });

  it('let Redis and PostgreSQL accept only the identity of the server', () => {
    expect(valueOf('modules/cache.bicep', 'tokens', 'properties', 'accessKeysAuthentication')).toBe(
      "'Disabled'",
    );
    expect(valueOf('modules/cache.bicep', 'access', 'properties', 'user', 'objectId')).toBe('principalId');
    const postgres = (...path: string[]) =>
      valueOf('modules/database.bicep', 'server', 'properties', ...path);
    expect(postgres('authConfig', 'passwordAuth')).toBe("'Disabled'");
    expect(postgres('authConfig', 'activeDirectoryAuth')).toBe("'Enabled'");
    expect(postgres('administratorLoginPassword')).toBeUndefined();
    expect(valueOf('modules/database.bicep', 'administrator', 'name')).toBe('principalId');
    for (const file of ['cache', 'database'])
      expect(template(`modules/${file}.bicep`).outputs.get('url')?.text).not.toMatch(/:\$\{|listKeys/);
  });

  it('protect the vault with soft delete and purge protection', () => {
    expect(valueOf('modules/vault.bicep', 'vault', 'properties', 'enablePurgeProtection')).toBe('true');
    expect(valueOf('modules/vault.bicep', 'vault', 'properties', 'enableSoftDelete')).toBe('true');
  });

  it.each(['vault', 'cache', 'database'])('%s sends its logs to the workspace', (name) => {
    expect(valueOf(`modules/${name}.bicep`, 'logs', 'properties', 'workspaceId')).toBe('workspaceId');
  });

  it.each([
    ['vault', 'vault', ['publicNetworkAccess']],
    ['cache', 'cluster', ['publicNetworkAccess']],
    ['database', 'server', ['network', 'publicNetworkAccess']],
  ])('%s is closed to the public network with PRIVATE_NETWORK=true', (name, symbol, path) => {
    const file = `modules/${name}.bicep`;
    expect(valueOf(file, symbol, 'properties', ...path)).toBe("privateOnly ? 'Disabled' : 'Enabled'");
    const main = template('main.bicep');
    const params = (one: string) => {
      const module = main.modules.find((candidate) => candidate.symbol === one);
      return (param: string) => module && valueAt(main, module.body, 'params', param)?.text;
    };
    expect(params(name)('privateOnly')).toBe('privateNetwork && (useRedis || usePostgres)');
    expect(params(`${name}Endpoint`)('serviceId')).toBe(`${name}!.outputs.id`);
    expect(params(`${name}Endpoint`)('subnetId')).toBe('network!.outputs.endpointSubnetId');
    expect(params('site')('subnetId')).toContain('network!.outputs.siteSubnetId');
  });

  it('output no secrets', () => {
    for (const one of templates.values()) {
      const secure = [...one.parameters.values()]
        .filter((parameter) => parameter.secure)
        .map(({ name }) => name);
      for (const value of one.outputs.values()) {
        const names = [...descendants(value)].map(({ text }) => text);
        expect(names.filter((name) => secure.includes(name) || name.includes('listKeys'))).toEqual([]);
      }
    }
  });

  it('give GitHub permissions on the site only', () => {
    const assignments = [...templates.values()].flatMap((one) =>
      one.resources
        .filter(({ type }) => type.startsWith('Microsoft.Authorization/roleAssignments@'))
        .map(({ body }) => `${one.file} ${valueAt(one, body, 'scope')?.text}`),
    );
    expect(assignments.sort()).toEqual(['modules/deployer.bicep site', 'modules/vault.bicep vault']);
    expect(valueOf('modules/deployer.bicep', 'rights', 'properties', 'principalId')).toBe(
      'identity.properties.principalId',
    );
  });

  it('use every Bicep file', () => {
    const used = new Set(template('main.bicep').modules.map(({ path }) => path));
    expect([...templates.keys()].filter((file) => file !== 'main.bicep').sort()).toEqual([...used].sort());
  });

  it('have the parameters of main.parameters.json', () => {
    const { parameters } = JSON.parse(readFileSync(join(INFRA, 'main.parameters.json'), 'utf8')) as {
      parameters: Record<string, { value: string }>;
    };
    expect(Object.keys(parameters)).toEqual([...template('main.bicep').parameters.keys()]);
  });
});
