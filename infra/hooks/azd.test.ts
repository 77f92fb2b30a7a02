import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { envText, keepInAzd } from './azd.ts';
import { whatIsLeft } from './whatIsLeft.ts';

describe('values for the environment of azd', () => {
  it('are read back as they were', () => {
    const values = { SCOPE: 'User.Read Files.Read', CACHE_KEYS: 'ab+/=' };
    expect(parseEnv(envText(values))).toEqual(values);
  });

  it.each(['a"b', 'a\nB=c', 'a$HOME', 'a`b`', 'a\\b'])('refuses %j', (value) =>
    expect(() => envText({ SCOPE: value })).toThrow(/SCOPE/),
  );

  it.runIf(process.platform !== 'win32')('go through a file that is gone afterwards', async () => {
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
    await keepInAzd({ DATABASE_PASSWORD: 'hush' }, { PATH, AZURE_ENV_NAME: 'prod' });
    const { args, file, text, mode } = JSON.parse(readFileSync(seen, 'utf8')) as Seen;
    expect(args.join(' ')).toMatch(/^env set --file \S+ --environment prod --cwd /);
    expect(args.join(' ')).not.toContain('hush');
    expect([text, mode]).toEqual(['DATABASE_PASSWORD="hush"\n', 0o600]);
    expect(() => readFileSync(file)).toThrow(/ENOENT/);
    rmSync(folder, { recursive: true });
  });

  it('says when there is no azd', async () => {
    await expect(keepInAzd({ SCOPE: 'a' }, { PATH: '' })).rejects.toThrow(/Is it on PATH\?/);
  });
});

interface Seen {
  readonly args: string[];
  readonly file: string;
  readonly text: string;
  readonly mode: number;
}

describe('what is left after a deployment', () => {
  const env = { SITE_HOST: 'addin-1.azurewebsites.net', SITE_NAME: 'addin-1', RESOURCE_GROUP: 'rg-prod' };

  it('is binding the domain, with the records for it', () => {
    const said = whatIsLeft({
      ...env,
      ADDIN_ORIGIN: 'https://addin.contoso.com',
      DOMAIN_VERIFICATION_ID: 'V1',
    });
    expect(said.join('\n')).toContain('TXT   asuid.addin.contoso.com -> V1');
    expect(said.join('\n')).toContain('--webapp-name addin-1');
  });

  it('is no domain where the site has its own', () => {
    const said = whatIsLeft({ ...env, ADDIN_ORIGIN: 'https://addin-1.azurewebsites.net' });
    expect(said.join('\n')).not.toMatch(/CNAME|hostname/);
    expect(said.join('\n')).toContain('slot swap --resource-group rg-prod --name addin-1');
  });
});
