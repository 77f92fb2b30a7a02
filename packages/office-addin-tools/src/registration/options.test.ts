import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';
import { uniqueNameOf } from './uniqueName.ts';

const id = '11111111-2222-4333-8444-555555555555';

describe('readOptions', () => {
  it.each([
    [['--nonsense'], /--nonsense.*npm run configure-sso/s],
    [['--dryrun'], /Unknown option --dryrun\. Did you mean --dry-run\?/],
    [['dry-run'], /Unexpected argument "dry-run"\. Did you mean --dry-run\?/],
    [['--audience', 'all'], /--audience must be one of: single, multiple/],
    [['--credential', 'password'], /--credential must be one of/],
    [['--credential', 'managed-identity'], /needs --identity <principal id>/],
    [['--credential', 'certficate'], /Did you mean certificate\?/],
    [['--credential', 'secret', '--identity', id], /--identity needs/],
    [['--identity', 'me'], /--identity must be an id/],
    [['--tenant', '$(id)'], /--tenant must be an id/],
    [['--name', ' '], /--name must be a text/],
    [['--name', 'a\nb'], /without line breaks/],
    [['--origin', 'http://localhost:3000'], /--origin must be an origin/],
    [['--origin', 'https://example.com/path'], /without a path/],
  ])('rejects %j and names the option', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  it('reads --identity as --credential managed-identity', () => {
    expect(readOptions(['--identity', id.toUpperCase()])).toMatchObject({
      credential: 'managed-identity',
      identity: id,
    });
  });
});

describe('uniqueNameOf', () => {
  it('keeps a simple name, and makes other names unique', () => {
    expect(uniqueNameOf('contoso-add-in')).toBe('contoso-add-in');
    const names = [
      'Contoso add-in',
      'contoso add-in',
      'contoso--add-in',
      '加载项',
      '插件',
      `${'long '.repeat(30)}`,
    ];
    const unique = names.map(uniqueNameOf);
    expect(new Set([...unique, 'contoso-add-in']).size).toBe(names.length + 1);
    for (const name of unique) expect(name).toMatch(/^[a-z0-9-]{1,64}$/);
  });
});
