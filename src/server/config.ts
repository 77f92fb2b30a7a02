import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { sourceIds, type SourceId } from '../contract/signIn.ts';

/** Environment variables by name, or the settings of a .ENV file. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The application's credential for Entra ID. */
export type CredentialSetting =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly path: string }
  | { readonly kind: 'managed-identity'; readonly clientId: string };

export interface Authority {
  /** For example https://login.microsoftonline.com/common, without a trailing slash. */
  readonly url: string;
  readonly origin: string;
  readonly host: string;
  /** `common`, `organizations`, `consumers` or a tenant id. */
  readonly tenant: string;
}

/** The settings of the server itself. `ServerConfig` adds those of the options. */
export interface Config {
  readonly production: boolean;
  readonly clientId: string;
  /** Client id that the pane's MSAL.js uses: its own registration, or `clientId`. */
  readonly paneClientId: string;
  readonly credential: CredentialSetting;
  readonly authority: Authority;
  /** Tenant ids that may sign in, within those of the authority. Empty: all of them. */
  readonly allowedTenants: readonly string[];
  /** Origin, such as https://graph.microsoft.com. */
  readonly graphEndpoint: string;
  readonly scopes: readonly string[];
  readonly addinOrigin: string;
  readonly port: number;
  /** Null if a proxy terminates TLS. */
  readonly tls: { readonly certPath: string; readonly keyPath: string } | null;
  readonly publicDir: string;
  readonly officeJsUrl: string;
  /** CSP sources that may frame the pane, in addition to Office's. */
  readonly frameAncestors: readonly string[];
  /** Tenants whose SharePoint may frame the pane, such as `contoso`. Empty: all tenants. */
  readonly sharePointTenants: readonly string[];
  /** Ids of applications that may use this host as their publisher domain. */
  readonly associatedApplications: readonly string[];
  readonly forMsGraphAccess: boolean;
  /** In the order in which the pane tries them. Without `nested` if NESTED_APP_AUTH is off. */
  readonly tokenSources: readonly SourceId[];
  /** API requests per user and minute; ten times as many per address. 0: no limit. */
  readonly rateLimit: number;
  /** Proxies whose X-Forwarded-For entries are trusted. */
  readonly trustedProxies: TrustedProxies;
  readonly logLevel: Settings['LOG_LEVEL'];
}

/** Stops the server from starting. The message has one line per invalid setting, with its name and the fix. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(errors: readonly string[], options?: ErrorOptions) {
    const count = errors.length === 1 ? 'One setting is invalid' : `${errors.length} settings are invalid`;
    super([`${count}:`, ...errors.map((error) => `  ${error}`)].join('\n'), options);
  }
}

/** Converts validated settings. */
export function toConfig(from: Settings, credential: CredentialSetting): Config {
  return {
    production: from.NODE_ENV === 'production',
    clientId: from.CLIENT_ID,
    paneClientId: from.PANE_CLIENT_ID ?? from.CLIENT_ID,
    credential,
    authority: from.AUTHORITY,
    allowedTenants: from.ALLOWED_TENANTS,
    graphEndpoint: from.GRAPH_ENDPOINT,
    scopes: from.SCOPE,
    addinOrigin: from.ADDIN_ORIGIN,
    port: from.PORT,
    tls: from.TLS === 'on' ? { certPath: from.TLS_CERT_PATH, keyPath: from.TLS_KEY_PATH } : null,
    publicDir: resolve(from.PUBLIC_DIR),
    officeJsUrl: from.OFFICE_JS_URL,
    frameAncestors: from.FRAME_ANCESTORS,
    sharePointTenants: from.SHAREPOINT_TENANTS,
    associatedApplications: from.ASSOCIATED_APPLICATIONS ?? [
      from.CLIENT_ID,
      ...(from.PANE_CLIENT_ID === undefined ? [] : [from.PANE_CLIENT_ID]),
    ],
    forMsGraphAccess: from.FOR_MS_GRAPH_ACCESS === 'true',
    tokenSources: from.TOKEN_SOURCES.filter((id) => id !== 'nested' || from.NESTED_APP_AUTH === 'on'),
    rateLimit: from.RATE_LIMIT,
    // Without TLS, a proxy terminates it.
    trustedProxies: from.TRUSTED_PROXIES ?? (from.TLS === 'on' ? 0 : 1),
    logLevel: from.LOG_LEVEL,
  };
}

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

const isSourceId = (name: string): name is SourceId => sourceIds.some((id) => id === name);

/** @returns the error and the fix, or undefined for a valid list of token sources */
function tokenSourcesError(names: readonly string[]): string | undefined {
  const example = 'such as office,nested,dialog';
  if (names.length === 0 || !names.every(isSourceId))
    return `must contain only ${sourceIds.join(', ')}, separated by commas, ${example}`;
  if (new Set(names).size < names.length) return 'contains a source twice; remove one of them';
  if (names.includes('dialog') && names.at(-1) !== 'dialog')
    return `must name dialog last, because it always needs a click, ${example}`;
  return undefined;
}

const tokenSources = z
  .string()
  .default(sourceIds.join(','))
  .transform((value) =>
    value
      .toLowerCase()
      .split(/[\s,]+/)
      .filter((name) => name !== ''),
  )
  .superRefine((names, context) => {
    const message = tokenSourcesError(names);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  })
  .transform((names) => names.filter(isSourceId));

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

/** The settings of the server itself. `allSettings` adds those of the options. Error messages name the fix. */
export const settings = z.object({
  NODE_ENV: z.string().default(''),
  CLIENT_ID: guid('is not a GUID; copy the Application (client) ID of the app registration'),
  PANE_CLIENT_ID: guid(
    "is not a GUID; copy the Application (client) ID of the pane's app registration",
  ).optional(),
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
  TOKEN_SOURCES: tokenSources,
  NESTED_APP_AUTH: choice(['on', 'off']).default('on'),
  TRUSTED_PROXIES: trustedProxies.optional(),
  RATE_LIMIT: wholeNumber(0, 1_000_000).prefault('600'),
  LOG_LEVEL: choice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

export type Settings = z.output<typeof settings>;

/** The number of proxies in front of the server, or their networks (`10.0.0.0/8`) and addresses. */
export type TrustedProxies = number | readonly string[];

interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** Parses an address or a CIDR block. Returns undefined if the address or the prefix length is invalid. */
export function readNetwork(text: string): Network | undefined {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || more.length > 0) return undefined;
  const bits = version === 4 ? 32 : 128;
  if (prefix !== undefined && (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits)) return undefined;
  return {
    address,
    prefix: prefix === undefined ? bits : Number(prefix),
    family: version === 4 ? 'ipv4' : 'ipv6',
  };
}
