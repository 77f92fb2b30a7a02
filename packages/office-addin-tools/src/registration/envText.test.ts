import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { withSettings } from './envText.ts';

describe('withSettings', () => {
  const text = '# first\nCLIENT_ID={CLIENT_ID}  # yours\nSCOPE="User.Read # x"\n\n# last\n';

  it('changes a value and nothing else', () => {
    expect(withSettings(text, { CLIENT_ID: 'abc' })).toBe(text.replace('{CLIENT_ID}', 'abc'));
    expect(withSettings(text, { SCOPE: 'Mail.Read' })).toBe(text.replace('"User.Read # x"', 'Mail.Read'));
  });

  it('appends missing settings, and removes lines', () => {
    expect(withSettings(text, { PORT: '3000', CLIENT_ID: null })).toBe(
      '# first\nSCOPE="User.Read # x"\n\n# last\nPORT=3000\n',
    );
    expect(withSettings('', { PORT: '1' })).toBe('PORT=1\n');
    expect(withSettings('A=1', { PORT: '1' })).toBe('A=1\nPORT=1\n');
    expect(withSettings(text, { PORT: null })).toBe(text);
  });

  it('keeps Windows line endings and the byte order mark', () => {
    expect(withSettings('\uFEFFA=1\r\nB=2\r\n', { A: '3', C: '4' })).toBe('\uFEFFA=3\r\nB=2\r\nC=4\r\n');
  });

  it('keeps commented lines', () => {
    expect(withSettings('# CLIENT_ID=old\n', { CLIENT_ID: 'new' })).toBe('# CLIENT_ID=old\nCLIENT_ID=new\n');
  });

  it('changes every line of a name, because the last one wins', () => {
    expect(parseEnv(withSettings('A=1\nexport A=2\n', { A: '3' }))).toEqual({ A: '3' });
  });
});

describe('a value that needs quotes', () => {
  it.each(['abc8Q~x#yz', '"abc', "it's # x", ' abc', '`a` "b" #', 'C:\\new # x', '#', "'a'"])(
    'is read back unchanged: %s',
    (value) => {
      const text = withSettings('A=old # note\nB=1\n', { A: value, C: value });
      expect(parseEnv(text)).toEqual({ A: value, B: '1', C: value });
      expect(parseEnv(withSettings(text, { A: 'new' }))).toEqual({ A: 'new', B: '1', C: value });
    },
  );

  it.each(['a\nb', '"\'`#'])('is rejected if no kind of quotes works: %j', (value) => {
    expect(() => withSettings('', { A: value })).toThrow('cannot be written to an .ENV file');
  });
});
