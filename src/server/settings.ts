import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readNetwork, type TrustedProxies } from './http/clientAddress.ts';
import { optionEnv } from './optionHooks.ts';
import { choice, guid, httpsUrl, wholeNumber } from './settingTypes.ts';

/** The schema of all settings. Error messages name the fix. */

const certificates = join(homedir(), '.office-addin-dev-certs');

function isHttpsOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return url.protocol === 'https:' && url.href === `${url.origin}/` && url.username === '';
}

const httpsOrigin = (example: string) =>
  z
    .string()
    .refine(isHttpsOrigin, `is not an https origin; use a value such as ${example}, without a path`)
    .transform((value) => new URL(value).origin);

const words = (value: string) => value.split(/\s+/).filter((word) => word !== '');

/** `common`, `organizations`, `consumers` or a tenant id. No domain name, which could not be compared with `tid`. */
const authority = httpsUrl('https://login.microsoftonline.com/common')
  .transform((value) => new URL(value))
  .refine((url) => /^\/(common|organizations|consumers|[0-9a-f-]{36})\/?$/i.test(url.pathname), {
    message: 'must end in /common, /organizations, /consumers or /<tenant id>',
  })
  .transform((url) => ({
    url: `${url.origin}${url.pathname.replace(/\/$/, '')}`.toLowerCase(),
    origin: url.origin,
    host: url.host,
    tenant: url.pathname.replaceAll('/', '').toLowerCase(),
  }));

const MAX_PROXIES = 10;

/** The number of proxies, or their networks. */
const trustedProxies = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter((part) => part !== ''))
  .refine(
    (parts) =>
      parts.length === 1 && /^\d+$/.test(parts[0] ?? '')
        ? Number(parts[0]) <= MAX_PROXIES
        : parts.every((part) => readNetwork(part) !== undefined),
    {
      message:
        `must be the number of proxies in front of the server (0 to ${MAX_PROXIES}), or their networks separated by commas, ` +
        'such as 10.0.0.0/8, 2001:db8::/32',
    },
  )
  .transform((parts): TrustedProxies => (/^\d+$/.test(parts[0] ?? '') ? Number(parts[0]) : parts));

/** A CSP source. Anything else could end the directive and start another one. */
const CSP_SOURCE = /^https:\/\/[a-z0-9*.-]+(:(\d+|\*))?$/i;

/** @returns the error and the fix, or undefined for a valid list of scopes */
function scopeError(value: string): string | undefined {
  const list = words(value);
  const names = list.map((scope) => scope.toLowerCase().replace(/^.*\//u, ''));
  const example = 'such as User.Read Files.Read';
  if (/[,;|]/u.test(value)) return `must separate scopes with spaces; use a value ${example}`;
  if (/["'`]/u.test(value))
    return `contains a quotation mark; write the scopes without quotation marks, ${example}`;
  if (list.length === 0 || !list.every((scope) => /^[\w.:/-]+$/u.test(scope)))
    return `contains an invalid character; separate scopes with spaces, ${example}`;
  if (new Set(names).size < names.length) return 'contains a scope twice; remove one of them';
  if (names.includes('.default') && names.length > 1)
    return 'mixes .default with other scopes, which Entra ID rejects; keep either .default or the others';
  return undefined;
}

const scopes = z
  .string()
  .default('User.Read Files.Read')
  .superRefine((value, context) => {
    const message = scopeError(value);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  })
  .transform(words);

/** The settings of the server itself. `allSettings` adds those of the options. */
export const settings = z.object({
  NODE_ENV: z.string().default(''),
  CLIENT_ID: guid('is not a GUID; copy the Application (client) ID of the app registration'),
  CLIENT_SECRET: z.string().optional(),
  CLIENT_CERTIFICATE_PATH: z.string().optional(),
  MANAGED_IDENTITY_CLIENT_ID: guid('is not a GUID; copy the Client ID of the managed identity').optional(),
  AUTHORITY: authority.prefault('https://login.microsoftonline.com/common'),
  ALLOWED_TENANTS: z
    .string()
    .default('')
    .transform((value) => value.split(/[\s,]+/).filter((id) => id !== ''))
    .pipe(z.array(guid('contains something that is not a tenant id (a GUID); separate ids with commas'))),
  GRAPH_ENDPOINT: httpsOrigin('https://graph.microsoft.com').prefault('https://graph.microsoft.com'),
  SCOPE: scopes,
  ADDIN_ORIGIN: httpsOrigin('https://addin.example.com').prefault('https://localhost:3000'),
  PORT: wholeNumber(0, 65_535).prefault('3000'),
  TLS: choice(['on', 'off']).default('on'),
  TLS_CERT_PATH: z.string().default(join(certificates, 'localhost.crt')),
  TLS_KEY_PATH: z.string().default(join(certificates, 'localhost.key')),
  PUBLIC_DIR: z.string().default(join(import.meta.dirname, 'public')),
  OFFICE_JS_URL: httpsUrl('https://appsforoffice.microsoft.com/lib/1/hosted/office.js').default(
    'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  ),
  FRAME_ANCESTORS: z
    .string()
    .default('')
    .transform(words)
    .refine((sources) => sources.every((source) => CSP_SOURCE.test(source)), {
      message: 'must be https origins separated by spaces, such as https://*.contoso.com',
    }),
  SHAREPOINT_TENANTS: z
    .string()
    .default('')
    .transform((value) => value.split(/[\s,]+/).filter((name) => name !== ''))
    .refine((names) => names.every((name) => /^[a-z0-9][a-z0-9-]*$/i.test(name)), {
      message: 'must be the names before .sharepoint.com, separated by commas, such as contoso',
    })
    .transform((names) => names.map((name) => name.toLowerCase())),
  ASSOCIATED_APPLICATIONS: z
    .string()
    .transform((value) =>
      value.toLowerCase() === 'none' ? [] : value.split(/[\s,]+/).filter((id) => id !== ''),
    )
    .pipe(
      z.array(
        guid(
          'contains something that is not an application id (a GUID); separate ids with commas, or write none',
        ),
      ),
    )
    .optional(),
  FOR_MS_GRAPH_ACCESS: choice(['true', 'false']).default('true'),
  NESTED_APP_AUTH: choice(['on', 'off']).default('on'),
  TRUSTED_PROXIES: trustedProxies.optional(),
  RATE_LIMIT: wholeNumber(0, 1_000_000).prefault('600'),
  LOG_LEVEL: choice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

export type Settings = z.output<typeof settings>;
// Typed without the options' settings, which each option reads itself: see `readOptions`.
export const allSettings = settings.extend(optionEnv) as unknown as typeof settings;
export const settingNames: readonly string[] = Object.keys(allSettings.shape);
