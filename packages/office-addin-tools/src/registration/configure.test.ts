// @module-tag full
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MANIFESTS } from '../manifest/projectManifests.ts';
import { dryConfigure, type DryConfigure } from './testing/dryConfigure.ts';
import { brokenRules } from './testing/registrationRules.ts';

let dry: DryConfigure;
beforeEach(() => (dry = dryConfigure()));
afterEach(() => dry.close());

const localhost = { host: 'localhost:3000' };
const writes = () => dry.recording().filter(({ kind, method }) => kind === 'graph' && method !== 'GET');

describe('configure-sso in a fresh clone', () => {
  it('creates a valid registration, and writes its id into the files', async () => {
    const before = dry.read('.ENV');
    await dry.run();
    const application = dry.application();
    expect(brokenRules(application, localhost)).toEqual([]);
    expect(dry.read('manifest.xml')).toContain(`<DisplayName DefaultValue="${application.displayName}">`);
    expect(dry.read('.ENV')).toBe(
      before
        .replace('CLIENT_ID={CLIENT_ID}', `CLIENT_ID=${application.appId}`)
        // The registration accepts organizations only, so AUTHORITY offers no other accounts.
        .replace(/^(AUTHORITY=.*)\/common$/m, '$1/organizations'),
    );
    for (const manifest of MANIFESTS) {
      expect(dry.read(manifest)).toContain(`api://localhost:3000/${application.appId}`);
      expect(dry.read(manifest)).not.toContain('{application GUID here}');
    }
    const { CLIENT_SECRET } = parseEnv(dry.read('.ENV.local'));
    expect(application.passwordCredentials).toMatchObject([{ hint: CLIENT_SECRET?.slice(0, 3) }]);
    if (process.platform !== 'win32')
      expect(statSync(join(dry.folder, '.ENV.local')).mode & 0o777).toBe(0o600);
    expect(dry.said()).toContain(`/v2.0/adminconsent?client_id=${application.appId}&scope=openid%20profile`);
    expect(dry.said()).toMatch(/Next: npm start$/);
  });

  it('changes nothing the second time', async () => {
    await dry.run();
    const document = dry.applications();
    const before = writes().length;
    await dry.run();
    expect(dry.applications()).toEqual(document);
    expect(writes().slice(before)).toEqual([]);
    expect(dry.said()).toContain('Everything is up to date.');
  });

  it('finds the registration by its name if .ENV has no id', async () => {
    const env = dry.read('.ENV');
    await dry.run();
    dry.write('.ENV', env);
    await dry.run();
    expect(dry.applications()).toHaveLength(1);
    expect(dry.read('.ENV')).toContain(`CLIENT_ID=${dry.application().appId}`);
    expect(dry.said()).toContain('The registration was found by its name');
  });

  it('prints the whole plan with --dry-run, and changes nothing', async () => {
    const env = dry.read('.ENV');
    await dry.run(['--dry-run']);
    expect(dry.applications()).toEqual([]);
    expect(writes()).toEqual([]);
    expect(dry.read('.ENV')).toBe(env);
    expect(dry.said()).toContain('create  the redirect URI https://localhost:3000/dialog.html');
    expect(dry.said()).toContain('write   manifest.outlook.xml');
  });

  it('changes nothing if the user answers no', async () => {
    const questions: string[] = [];
    const ask = (question: string) => Promise.resolve(questions.push(question) > 9);
    await dry.run([], { ask });
    expect(questions).toEqual(['Apply this plan?']);
    expect(dry.applications()).toEqual([]);
  });
});

describe('an existing registration', () => {
  it('gets a second origin in one PATCH', async () => {
    await dry.run();
    const first = dry.application();
    const before = writes().length;
    await dry.run(['--origin', 'https://addin.contoso.com', '--credential', 'none']);
    expect(brokenRules(dry.application(), { host: 'addin.contoso.com' })).toEqual([]);
    expect(brokenRules(dry.application(), localhost)).toEqual([]);
    expect(dry.application().api.oauth2PermissionScopes).toEqual(first.api.oauth2PermissionScopes);
    expect(writes().slice(before)).toHaveLength(1);
    expect(parseEnv(dry.read('.ENV'))).toMatchObject({ ADDIN_ORIGIN: 'https://addin.contoso.com' });
    for (const manifest of MANIFESTS) {
      expect(dry.read(manifest)).toContain('https://addin.contoso.com/taskpane.html');
      expect(dry.read(manifest)).not.toContain('localhost');
    }
  });

  it('keeps changes made by others', async () => {
    await dry.run();
    const whole = JSON.parse(dry.read('../azure/azure.json')) as { applications: Record<string, unknown>[] };
    Object.assign(whole.applications[0] ?? {}, {
      notes: 'by hand',
      spa: { redirectUris: ['https://other.example.com/'] },
      requiredResourceAccess: [{ resourceAppId: '11111111-1111-4111-8111-111111111111', resourceAccess: [] }],
    });
    dry.write('../azure/azure.json', JSON.stringify(whole));
    await dry.run();
    expect(dry.applications()[0]).toMatchObject({ notes: 'by hand' });
    expect(dry.application().spa.redirectUris[0]).toBe('https://other.example.com/');
    expect(dry.application().requiredResourceAccess).toHaveLength(2);
    expect(brokenRules(dry.application(), localhost)).toEqual([]);
  });

  it('is separate for another --name', async () => {
    await dry.run();
    await dry.run(['--name', 'Contoso production', '--no-files', '--credential', 'none']);
    expect(dry.applications().map(({ uniqueName }) => uniqueName)).toEqual([
      (JSON.parse(dry.read('package.json')) as { name: string }).name,
      expect.stringMatching(/^contoso-production-[0-9a-f]{8}$/),
    ]);
    expect(dry.read('.ENV')).toContain(`CLIENT_ID=${dry.application().appId}`);
    expect(dry.said()).toContain(`CLIENT_ID=${String(dry.applications()[1]?.['appId'])}`);
  });

  it('in another tenant is reported, and not created again', async () => {
    dry.write('.ENV', 'CLIENT_ID=11111111-2222-4333-8444-555555555555\n');
    await expect(dry.run()).rejects.toThrow(/CLIENT_ID is 11111111.*has no such registration/);
    expect(dry.applications()).toEqual([]);
  });

  it('is deleted by --remove, together with its values in the files', async () => {
    const fresh = Object.fromEntries(['.ENV', ...MANIFESTS].map((file) => [file, dry.read(file)]));
    await dry.run(['--audience', 'single']);
    await expect(dry.run(['--remove'])).rejects.toThrow(/needs --yes/);
    await dry.run(['--remove', '--yes']);
    expect(dry.applications()).toEqual([]);
    for (const [file, text] of Object.entries(fresh)) expect(dry.read(file)).toBe(text);
    expect(parseEnv(dry.read('.ENV.local'))).toEqual({});
  });

  it('created by another tool is not deleted', async () => {
    await dry.run();
    const whole = dry.read('../azure/azure.json').replace('configure-sso:', 'another-tool:');
    dry.write('../azure/azure.json', whole);
    await expect(dry.run(['--remove', '--yes'])).rejects.toThrow(/was not created by configure-sso/);
    expect(dry.applications()).toHaveLength(1);
  });
});

describe('the options', () => {
  it('--audience single writes the tenant into AUTHORITY, and multiple reverts it', async () => {
    await dry.run(['--audience', 'single']);
    expect(brokenRules(dry.application(), { ...localhost, audience: 'AzureADMyOrg' })).toEqual([]);
    expect(dry.read('.ENV')).toMatch(/^AUTHORITY=https:\/\/login\.microsoftonline\.com\/[0-9a-f-]{36}$/m);
    await dry.run(['--audience', 'multiple']);
    expect(brokenRules(dry.application(), localhost)).toEqual([]);
    expect(dry.read('.ENV')).toMatch(/^AUTHORITY=.*\/organizations$/m);
  });

  it('--audience any accepts personal accounts, and AUTHORITY ends in /common', async () => {
    await dry.run();
    await dry.run(['--audience', 'any']);
    expect(dry.application().signInAudience).toBe('AzureADandPersonalMicrosoftAccount');
    expect(dry.read('.ENV')).toMatch(/^AUTHORITY=.*\/common$/m);
  });

  it('--teams authorizes Office inside Teams', async () => {
    await dry.run(['--teams']);
    expect(dry.application().api.preAuthorizedApplications).toHaveLength(4);
  });

  it.each(['x $(touch FILE) `id`', `"'; --body {}`, 'Zoë’s 加载项', "O'Hara & sons | more > all"])(
    '--name %s is stored literally and never reaches a command line',
    async (name) => {
      await dry.run(['--name', name]);
      await dry.run(['--name', name]);
      expect(dry.applications()).toHaveLength(1);
      expect(dry.application().displayName).toBe(name);
      expect(brokenRules(dry.application(), localhost)).toEqual([]);
      for (const { args } of dry.recording()) expect(args?.join(' ') ?? '').not.toContain(name);
    },
  );

  it('--store system fails without a key store, before a secret is created', async () => {
    await expect(dry.run(['--store', 'system'], { platform: 'linux' })).rejects.toThrow(
      /--store system supports/,
    );
    expect(dry.applications()).toEqual([]);
  });

  it('name invalid settings', async () => {
    dry.write('.ENV', 'ADDIN_ORIGIN=addin.example.com\n');
    await expect(dry.run()).rejects.toThrow(/ADDIN_ORIGIN is not an https origin/);
  });
});

describe('the files', () => {
  it('keep comments, order and Windows line endings', async () => {
    const authority = 'AUTHORITY=https://login.microsoftonline.com/organizations';
    const before = `# mine\r\nSCOPE=User.Read Files.Read # both\r\n\r\nCLIENT_ID={CLIENT_ID}\r\n${authority}\r\n# end\r\n`;
    dry.write('.ENV', before);
    await dry.run();
    expect(dry.read('.ENV')).toBe(before.replace('{CLIENT_ID}', dry.application().appId));
  });

  it('include .ENV.local if its CLIENT_ID would override .ENV', async () => {
    dry.write('.ENV.local', '# notes\nCLIENT_ID={CLIENT_ID}\n');
    await dry.run();
    expect(dry.read('.ENV.local')).toMatch(
      new RegExp(`^# notes\\nCLIENT_ID=${dry.application().appId}\\nCLIENT_SECRET=.+\\n$`),
    );
  });
});
