import { resolve } from 'node:path';
import { ConfigError } from './configError.ts';
import type { Environment } from './envFiles.ts';
import type { TrustedProxies } from './http/clientAddress.ts';
import { optionFaults, readOptions, type OptionSettings } from './optionHooks.ts';
import { allSettings, settingNames, type Settings } from './settings.ts';

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
  readonly nestedAppAuth: boolean;
  /** API requests per user and minute; ten times as many per address. 0: no limit. */
  readonly rateLimit: number;
  /** Proxies whose X-Forwarded-For entries are trusted. */
  readonly trustedProxies: TrustedProxies;
  readonly logLevel: Settings['LOG_LEVEL'];
}

export interface ServerConfig extends Config {
  readonly options: OptionSettings;
}

export { ConfigError } from './configError.ts';

/** Validates all settings. @throws ConfigError that lists every invalid setting, without values: they may be secrets */
export function readConfig(environment: Environment): ServerConfig {
  const values: Record<string, string> = {};
  const errors: string[] = [];
  for (const name of settingNames) {
    const value = environment[name]?.trim();
    if (value === undefined || value === '') continue;
    const error = rawValueError(value);
    if (error) errors.push(`${name} ${error}`);
    else values[name] = value;
  }
  const parsed = allSettings.safeParse(values);
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (errors.some((error) => error.startsWith(`${name} `))) continue;
    const missing = values[name] === undefined;
    errors.push(
      `${name} ${missing ? 'is not set; run `npm run configure-sso`, or see docs/in-office.md' : issue.message}`,
    );
  }
  const scopeProblem = parsed.success ? foreignScopeError(parsed.data) : undefined;
  if (scopeProblem !== undefined) errors.push(scopeProblem);
  errors.push(...optionFaults(values));
  const credential = readCredential(values, errors);
  if (errors.length > 0 || !parsed.success || typeof credential === 'string') {
    throw new ConfigError(typeof credential === 'string' ? [...errors, credential] : errors);
  }
  return deepFreeze({ ...toConfig(parsed.data, credential), options: readOptions(parsed.data) });
}

function rawValueError(value: string): string | undefined {
  // App Service passes the reference itself to the app if Key Vault denies access.
  if (value.startsWith('@Microsoft.KeyVault(')) {
    return "is an unresolved Key Vault reference; give the site's identity access to the vault's secrets";
  }
  if (/^\{[A-Z_]+\}$/.test(value)) {
    return 'is still a placeholder; run `npm run configure-sso` to set it, or `npm run sandbox`, which does not need it';
  }
  return undefined;
}

/** The server requests one token, for Graph: with a scope of another resource, Entra ID would reject every user. */
function foreignScopeError({ SCOPE, GRAPH_ENDPOINT }: Settings): string | undefined {
  const own = `${GRAPH_ENDPOINT}/`.toLowerCase();
  const foreign = SCOPE.some((scope) => /[:/]/u.test(scope) && !scope.toLowerCase().startsWith(own));
  return foreign
    ? 'SCOPE contains a scope that does not belong to Microsoft Graph; write names only, such as User.Read Files.Read'
    : undefined;
}

/** Returns the credential, or the error as a string. */
function readCredential(
  values: Record<string, string>,
  errors: readonly string[],
): CredentialSetting | string {
  const names = ['CLIENT_SECRET', 'CLIENT_CERTIFICATE_PATH', 'MANAGED_IDENTITY_CLIENT_ID'] as const;
  const given = names.filter(
    (name) => values[name] !== undefined || errors.some((error) => error.startsWith(`${name} `)),
  );
  const [name, second] = given;
  if (name === undefined)
    return `${names.join(', ')}: none is set; set exactly one (put a secret in .ENV.local)`;
  if (second !== undefined) return `${given.join(', ')}: more than one credential is set; keep exactly one`;
  const value = values[name] ?? '';
  switch (name) {
    case 'CLIENT_SECRET':
      return { kind: 'secret', secret: value };
    case 'CLIENT_CERTIFICATE_PATH':
      return { kind: 'certificate', path: value };
    case 'MANAGED_IDENTITY_CLIENT_ID':
      return { kind: 'managed-identity', clientId: value };
  }
}

function toConfig(from: Settings, credential: CredentialSetting): Config {
  return {
    production: from.NODE_ENV === 'production',
    clientId: from.CLIENT_ID,
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
    associatedApplications: from.ASSOCIATED_APPLICATIONS ?? [from.CLIENT_ID],
    forMsGraphAccess: from.FOR_MS_GRAPH_ACCESS === 'true',
    nestedAppAuth: from.NESTED_APP_AUTH === 'on',
    rateLimit: from.RATE_LIMIT,
    // Without TLS, a proxy terminates it.
    trustedProxies: from.TRUSTED_PROXIES ?? (from.TLS === 'on' ? 0 : 1),
    logLevel: from.LOG_LEVEL,
  };
}

function deepFreeze<T extends object>(value: T): T {
  // Freezing a Buffer throws.
  if (Buffer.isBuffer(value)) return value;
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) deepFreeze(member as object);
  }
  return Object.freeze(value);
}
