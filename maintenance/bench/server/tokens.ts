import { randomUUID } from 'node:crypto';
import { goodClaims, sign, type SigningPair } from '../../../tests/server/issuer.ts';

const AT_A_TIME = 64;
const LIFE_SECONDS = 86_400;

/**
 * Tokens as Office gives them, each of another user; about 1.4 kB, as real ones are.
 * @param origin of the authority
 */
export async function makeTokens(pair: SigningPair, origin: string, count: number): Promise<string[]> {
  const tokens: string[] = [];
  while (tokens.length < count) {
    const some = Array.from({ length: Math.min(AT_A_TIME, count - tokens.length) }, () =>
      sign(pair, claimsOf(origin)),
    );
    tokens.push(...(await Promise.all(some)));
  }
  return tokens;
}

function claimsOf(origin: string) {
  const claims = goodClaims(origin);
  const id = randomUUID();
  return {
    ...claims,
    oid: id,
    exp: Number(claims['iat']) + LIFE_SECONDS,
    name: `User ${id}`,
    preferred_username: `${id}@contoso.example`,
    // Members of real tokens that the server does not look at, for the length.
    azp: randomUUID(),
    azpacr: '0',
    rh: `0.${'A'.repeat(86)}.`,
    sub: Buffer.from(id + id).toString('base64url'),
    uti: Buffer.from(randomUUID()).toString('base64url'),
    ipaddr: '203.0.113.7',
    groups: Array.from({ length: 4 }, () => randomUUID()),
  };
}
