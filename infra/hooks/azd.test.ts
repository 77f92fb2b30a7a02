import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { envText, saveToAzd } from './azd.ts';
import { nextSteps } from './nextSteps.ts';

describe('values for the azd environment', () => {
  it('are read back unchanged', () => {
    const values = { SCOPE: 'User.Read Files.Read', CACHE_KEYS: 'ab+/=' };
    expect(parseEnv(envText(values))).toEqual(values);
  });

  it.each(['a"b', 'a\nB=c', 'a$HOME', 'a`b`', 'a\\b'])('must not contain special characters: %j', (value) =>
    expect(() => envText({ SCOPE: value })).toThrow(/SCOPE/),
  );

  it.runIf(process.platform !== 'win32')('are passed in a file that is deleted afterwards', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'azd-'));
    const seen = join(folder, 'seen');
    const program = `#!${process.execPath}
const { readFileSync, statSync, writeFileSync } = require('node:fs');
const file = process.argv[process.argv.indexOf('--file') + 1];
const seen = { args: process.argv.slice(2), file, text: readFileSync(file, 'utf8'), mode: statSync(file).mode & 0o777 };
writeFileSync(${JSON.stringify(seen)}, JSON.stringify(seen));
`;
    writeFileSync(join(folder, 'azd'), program);
    chmodSync(join(folder, 'azd'), 0o755);
    const PATH = `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
    await saveToAzd({ DATABASE_PASSWORD: 'hush' }, { PATH, AZURE_ENV_NAME: 'prod' });
    const { args, file, text, mode } = JSON.parse(readFileSync(seen, 'utf8')) as Seen;
    expect(args.join(' ')).toMatch(/^env set --file \S+ --environment prod --cwd /);
    expect(args.join(' ')).not.toContain('hush');
    expect([text, mode]).toEqual(['DATABASE_PASSWORD="hush"\n', 0o600]);
    expect(() => readFileSync(file)).toThrow(/ENOENT/);
    rmSync(folder, { recursive: true });
  });

  it('cannot be saved without azd on PATH', async () => {
    await expect(saveToAzd({ SCOPE: 'a' }, { PATH: '' })).rejects.toThrow(/Is it on PATH\?/);
  });
});

interface Seen {
  readonly args: string[];
  readonly file: string;
  readonly text: string;
  readonly mode: number;
}

describe('nextSteps', () => {
  const env = { SITE_HOST: 'addin-1.azurewebsites.net', SITE_NAME: 'addin-1', RESOURCE_GROUP: 'rg-prod' };

  it('explains how to bind the domain, with its DNS records', () => {
    const said = nextSteps({
      ...env,
      ADDIN_ORIGIN: 'https://addin.contoso.com',
      DOMAIN_VERIFICATION_ID: 'V1',
    });
    expect(said.join('\n')).toContain('TXT   asuid.addin.contoso.com -> V1');
    expect(said.join('\n')).toContain('--webapp-name addin-1');
  });

  it("omits the domain if the origin is the site's own host", () => {
    const said = nextSteps({ ...env, ADDIN_ORIGIN: 'https://addin-1.azurewebsites.net' });
    expect(said.join('\n')).not.toMatch(/CNAME|hostname/);
    expect(said.join('\n')).toContain('slot swap --resource-group rg-prod --name addin-1');
  });
});
