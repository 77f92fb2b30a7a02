import { z } from 'zod';

/** Schemas shared by several settings. Their error messages name the fix. */

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const guid = (fix: string) => z.string().regex(GUID, fix).toLowerCase();

export const httpsUrl = (example: string) =>
  z.string().refine((value) => URL.canParse(value) && new URL(value).protocol === 'https:', {
    message: `is not an https URL; use a value such as ${example}`,
  });

export const choice = <T extends string>(values: readonly [T, ...T[]]) =>
  z.enum(values, { error: `must be one of: ${values.join(', ')}` });

export const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .refine((value) => /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to, {
      message: `must be a whole number from ${from} to ${to}`,
    })
    .transform(Number);

/** @param protocols for example `redis:` */
export const addressOf = (protocols: readonly string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `is not a valid URL; use a value such as ${example}`,
  });

/** How the server signs in to Redis or PostgreSQL. */
export const storeSignIn = choice(['password', 'managed-identity']).default('password');

/**
 * Returns errors about signing in to Redis or PostgreSQL as the managed identity, which is the user name in the URL. A
 * password in the URL would never be used.
 * @param auth name of the `storeSignIn` setting
 * @param address name of the setting with the URL
 * @param user what the user name must be
 */
export function storeSignInFaults(
  values: Readonly<Record<string, string>>,
  auth: string,
  address: string,
  user: string,
): string[] {
  if (values[auth] !== 'managed-identity') return [];
  const url = values[address] ?? '';
  if (!URL.canParse(url)) return [`${auth} is managed-identity, but ${address} is not set to a URL; set it`];
  const { username, password } = new URL(url);
  return [
    ...(values.MANAGED_IDENTITY_CLIENT_ID === undefined
      ? [
          `${auth} is managed-identity, but MANAGED_IDENTITY_CLIENT_ID is not set; set it to the identity's client ID`,
        ]
      : []),
    ...(username === '' ? [`${address} has no user name; with ${auth}=managed-identity, use ${user}`] : []),
    ...(password === '' ? [] : [`${address} has a password; remove it, or set ${auth}=password`]),
  ];
}
