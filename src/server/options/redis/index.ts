import { z } from 'zod';
import { defineOption } from '../../option.ts';
import { addressOf, storeSignIn, storeSignInFaults } from '../../settingTypes.ts';
import { connectSharedTokens } from './connectSharedTokens.ts';
import type { RedisLimits } from './redisLink.ts';

export interface CacheSettings {
  /** redis:// or rediss://; may contain a password: not for logs. */
  readonly url: string;
  /** True: signs in with tokens of the managed identity instead of a password. */
  readonly managedIdentity: boolean;
  /** 32 bytes each, newest first: the first seals, all of them open. */
  readonly keys: readonly Buffer[];
}

/** AES-256: 32 bytes, which base64 writes as 44 characters. */
const sealingKeys = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter((key) => key !== ''))
  .refine((keys) => keys.length > 0 && keys.every((key) => /^[A-Za-z0-9+/]{43}=$/.test(key)), {
    message:
      'has to be keys of 32 bytes in base64, separated by commas, newest first; make one with ' +
      `node -e "console.log(crypto.randomBytes(32).toString('base64'))"`,
  })
  .transform((keys) => keys.map((key) => Buffer.from(key, 'base64')));

const limits: RedisLimits = {
  redisConnectMs: 3_000,
  redisMs: 250,
  redisRetryMs: 200,
  redisRetryMostMs: 10_000,
  redisPingMs: 60_000,
};

/** Second level of the token cache, which several instances share. Null: memory only. */
export const redis = defineOption({
  env: {
    CACHE_URL: addressOf(['redis:', 'rediss:'], 'rediss://user:password@cache.example.com:6380').optional(),
    CACHE_AUTH: storeSignIn,
    CACHE_KEYS: sealingKeys.optional(),
  },
  read: ({ CACHE_URL: url, CACHE_KEYS: keys, CACHE_AUTH: auth }): CacheSettings | null =>
    url && keys ? { url, managedIdentity: auth === 'managed-identity', keys } : null,
  faults: (values) => [
    ...((values.CACHE_URL === undefined) === (values.CACHE_KEYS === undefined)
      ? []
      : ['CACHE_URL, CACHE_KEYS: only one of them is set; set both, or neither']),
    ...storeSignInFaults(values, 'CACHE_AUTH', 'CACHE_URL', "the identity's object (principal) id"),
  ],
  limits,
  connect(settings, context) {
    if (!settings) return {};
    const secondLevel = connectSharedTokens(settings, context);
    return { secondLevel, close: () => secondLevel.close() };
  },
});
