import { z } from 'zod';

/** Kinds of settings that several settings share; each says what to do about a wrong value. */

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const guid = (fix: string) => z.string().regex(GUID, fix).toLowerCase();

export const httpsUrl = (example: string) =>
  z.string().refine((value) => URL.canParse(value) && new URL(value).protocol === 'https:', {
    message: `is not an https address; write it such as ${example}`,
  });

export const choice = <T extends string>(values: readonly [T, ...T[]]) =>
  z.enum(values, { error: `has to be one of: ${values.join(', ')}` });

export const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .refine((value) => /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to, {
      message: `has to be a whole number from ${from} to ${to}`,
    })
    .transform(Number);

/** @param protocols such as `redis:` */
export const addressOf = (protocols: readonly string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `is not an address such as ${example}`,
  });

/** How the server signs in to a store. */
export const storeSignIn = choice(['password', 'managed-identity']).default('password');

/**
 * Returns what is wrong with signing in to a store as the managed identity. Redis and PostgreSQL know an identity by the
 * user in the address; a password there would never be used.
 * @param auth name of the `storeSignIn` setting
 * @param address name of the setting with the address
 * @param user what to write as the user
 */
export function storeSignInFaults(
  values: Readonly<Record<string, string>>,
  auth: string,
  address: string,
  user: string,
): string[] {
  if (values[auth] !== 'managed-identity') return [];
  const url = values[address] ?? '';
  if (!URL.canParse(url)) return [`${auth} is managed-identity, but ${address} is not set to an address`];
  const { username, password } = new URL(url);
  return [
    ...(values.MANAGED_IDENTITY_CLIENT_ID === undefined
      ? [`${auth} is managed-identity, but MANAGED_IDENTITY_CLIENT_ID is not set`]
      : []),
    ...(username === ''
      ? [`${address} names no user; with ${auth}=managed-identity write ${user} there`]
      : []),
    ...(password === '' ? [] : [`${address} has a password; remove it, or set ${auth}=password`]),
  ];
}
