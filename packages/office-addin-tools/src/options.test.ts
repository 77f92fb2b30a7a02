import { describe, expect, it } from 'vitest';
import { oneOf, readOptions } from './options.ts';

const read = (args: string[], most = 0) =>
  readOptions(
    args,
    { version: { type: 'string' }, site: { type: 'boolean' } },
    'npm run package -- [--version 1.2.3] [--site]',
    most,
  );

describe('readOptions', () => {
  it('returns the option values and the positional arguments', () => {
    expect(read(['--version', '1.2.3', 'file', '--site'], 1)).toMatchObject({
      values: { version: '1.2.3', site: true },
      positionals: ['file'],
    });
  });

  it.each([
    [['--vesrion', '1.2.3'], /Unknown option --vesrion. Did you mean --version\?/],
    [['--VERSION=1.2.3'], /Unknown option --VERSION. Did you mean --version\?/],
    [['--sit'], /Did you mean --site\?/],
    [['--budget'], /^Unknown option --budget. Usage: npm run package/],
    [['-x'], /Unknown option --x. Usage/],
    [['site'], /Unexpected argument "site". Did you mean --site\?/],
    [['--site', 'other'], /Unexpected argument "other". Usage/],
    [['--version'], /--version.*Usage/],
    [['--site=yes'], /--site.*Usage/],
    [['--no-site'], /Unknown option --no-site/],
    [['--__proto__'], /Unknown option --__proto__/],
    [['--constructor'], /Unknown option --constructor/],
  ])('rejects %j and shows the usage', (args, message) => {
    expect(() => read(args)).toThrow(message);
  });
});

describe('oneOf', () => {
  it('returns an allowed value, and undefined if the option is missing', () => {
    expect(oneOf('--app', 'word', ['word', 'excel'])).toBe('word');
    expect(oneOf('--app', undefined, ['word'])).toBeUndefined();
  });

  it('suggests the value that was probably meant', () => {
    expect(() => oneOf('--app', 'exel', ['word', 'excel'])).toThrow(
      '--app must be one of: word, excel. Did you mean excel?',
    );
    expect(() => oneOf('--app', 'access', ['word'])).toThrow(/^--app must be one of: word\.$/u);
  });
});
