import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';
import { uniqueNameOf } from './uniqueName.ts';

const id = '11111111-2222-4333-8444-555555555555';

describe('readOptions', () => {
  it.each([
    [['--nonsense'], /--nonsense.*npm run configure-sso/s],
    [['--dryrun'], /Unknown option --dryrun\. Did you mean --dry-run\?/],
    [['dry-run'], /Unexpected argument "dry-run"\. Did you mean --dry-run\?/],
    [['--audience', 'all'], /--audience has to be one of: single, multiple/],
    [['--credential', 'password'], /--credential has to be one of/],
    [['--credential', 'managed-identity'], /needs --identity <principal id>/],
    [['--credential', 'secret', '--identity', id], /--identity goes with/],
    [['--identity', 'me'], /--identity has to be an id/],
    [['--tenant', '$(id)'], /--tenant has to be an id/],
    [['--name', ' '], /--name has to be a text/],
    [['--name', 'a\nb'], /in one line/],
    [['--origin', 'http://localhost:3000'], /--origin has to be an origin/],
    [['--origin', 'https://example.com/path'], /without a path/],
  ])('%j is refused by name', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  it('an identity is a credential', () => {
    expect(readOptions(['--identity', id.toUpperCase()])).toMatchObject({
      credential: 'managed-identity',
      identity: id,
    });
  });
});

describe('uniqueNameOf', () => {
  it('keeps a plain name, and tells others apart', () => {
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
