import { randomUUID } from 'node:crypto';
import { goodClaims, sign, type SigningPair } from '../../../tests/server/stubService.ts';

const AT_A_TIME = 64;
const LIFE_SECONDS = 86_400;

/**
 * Creates tokens like Office's, each for another user. They have a realistic size of about 1.4 kB.
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
    // Claims of real tokens that the server ignores, for a realistic size.
    azp: randomUUID(),
    azpacr: '0',
    rh: `0.${'A'.repeat(86)}.`,
    sub: Buffer.from(id + id).toString('base64url'),
    uti: Buffer.from(randomUUID()).toString('base64url'),
    ipaddr: '203.0.113.7',
    groups: Array.from({ length: 4 }, () => randomUUID()),
  };
}
