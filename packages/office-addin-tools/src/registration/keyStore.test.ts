import { describe, expect, it } from 'vitest';
import { getCommand, getSecret, hasKeyStore, putCommand, putSecret } from './keyStore.ts';

const clientId = '11111111-2222-4333-8444-555555555555';
const secret = 'abc8Q~Zy.x_w-1';

describe.each(['win32', 'darwin'] as const)('the key store of %s', (platform) => {
  it('receives the secret on standard input, not as an argument', () => {
    const { args, input } = putCommand(clientId, secret, platform);
    expect(args.join(' ')).not.toContain(secret);
    expect(input).toContain(secret);
    expect(getCommand(clientId, platform).args.join(' ')).toContain(`office-addin-${clientId}`);
  });

  it.each(["x' ; calc", 'a b', 'a\nb', '', '"$(id)"'])('rejects an invalid secret: %j', (hostile) => {
    expect(() => putCommand(clientId, hostile, platform)).toThrow(RangeError);
  });

  it('rejects an invalid client id', () => {
    expect(() => getCommand("x' -w", platform)).toThrow(RangeError);
  });
});

describe('without a key store', () => {
  it('throws an error that names the option', async () => {
    expect(hasKeyStore('linux')).toBe(false);
    expect(await getSecret(clientId, 'linux')).toBeUndefined();
    await expect(putSecret(clientId, secret, 'linux')).rejects.toThrow(/--store system/);
  });
});
