import {
  createSigningPair,
  encode,
  goodClaims,
  sign,
  type SigningPair,
} from '../../../tests/server/stubService.ts';
import { pick, randomSource } from '../endurance/randomSource.ts';

const SIGNED = 50;
const STOCK = 1 << 18;
const ALPHABET = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'];

/**
 * Returns a generator of invalid tokens: random, malformed, forged, expired, or for another audience. Repetitions are
 * unlikely.
 * @param origin of the authority
 */
export async function badTokens(pair: SigningPair, origin: string, seed: number): Promise<() => string> {
  const random = randomSource(seed);
  // Cut texts out of one random string: drawing each character would be the slowest part of the flood.
  const letters = Array.from({ length: STOCK }, () => pick(random, ALPHABET)).join('');
  const text = (length: number) => {
    const from = Math.floor(random() * (STOCK - length));
    return letters.slice(from, from + length);
  };
  const claims = goodClaims(origin);
  const stranger = await createSigningPair(pair.kid);
  const many = (make: () => Promise<string>) => Promise.all(Array.from({ length: SIGNED }, make));
  const good = await many(() => sign(pair, { ...claims, uti: text(20) }));
  const refused = await Promise.all([
    many(() => sign(pair, { ...claims, exp: 1_000_000_000 + Math.floor(random() * 1e6) })),
    many(() => sign(pair, { ...claims, aud: `api://${text(12)}` })),
    many(() => sign(pair, { ...claims, iss: `${origin}/${text(12)}/v2.0` })),
    many(() => sign(stranger, { ...claims, uti: text(20) })),
  ]);
  const header = (more: object = {}) => encode({ alg: 'RS256', typ: 'JWT', kid: pair.kid, ...more });
  const payload = () => encode({ ...claims, uti: text(20) });
  /** RSA signatures have 256 bytes, 342 characters. */
  const signature = () => text(342);

  const kinds: readonly (() => string)[] = [
    () => text(1 + Math.floor(random() * 300)),
    () => `${text(30)}.${text(200)}.${text(342)}`,
    () => `${text(20)}.${text(20)}`,
    () => `${header()}.${text(400)}.${signature()}`,
    () => `${header()}.${encode([text(30)])}.${signature()}`,
    () => `${header({ alg: pick(random, ['none', 'HS256', 'PS256', 'ES256', 'RS512']) })}.${payload()}.`,
    () => `${header({ crit: ['b64'], b64: false })}.${payload()}.${signature()}`,
    // These three get as far as the key lookup, the last two as far as the signature check.
    () => `${header({ kid: text(27) })}.${payload()}.${signature()}`,
    () => `${header()}.${payload()}.${signature()}`,
    () => `${header({ jwk: stranger.jwk, jku: `https://${text(9)}.example/` })}.${payload()}.${signature()}`,
    () => pick(random, pick(random, refused)),
    () => withOtherPayload(pick(random, good), payload()),
    () => pick(random, good).slice(0, -5 - Math.floor(random() * 300)),
    () => text(pick(random, [8_000, 12_000, 12_289])),
  ];
  return () => pick(random, kinds)();
}

function withOtherPayload(token: string, payload: string): string {
  const [head, , signature] = token.split('.');
  return `${head}.${payload}.${signature}`;
}
