import { resolve } from 'node:path';
import { ConfigError } from './configError.ts';
import type { Environment } from './envFiles.ts';
import type { TrustedProxies } from './http/clientAddress.ts';
import { optionFaults, readOptions, type OptionSettings } from './optionHooks.ts';
import { allSettings, settingNames, type Settings } from './settings.ts';

/** How the server proves to Entra ID that it is the application. Exactly one. */
export type CredentialSetting =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly path: string }
  | { readonly kind: 'managed-identity'; readonly clientId: string };

export interface Authority {
  /** Such as https://login.microsoftonline.com/common, without a slash at the end. */
  readonly url: string;
  readonly origin: string;
  readonly host: string;
  /** `common`, `organizations`, `consumers` or a tenant's id. */
  readonly tenant: string;
}

/** The settings of the server itself. Those of options: `ServerConfig`. */
export interface Config {
  readonly production: boolean;
  readonly clientId: string;
  readonly credential: CredentialSetting;
  readonly authority: Authority;
  /** Tenant ids, which narrow what the authority lets in; empty: no narrowing. */
  readonly allowedTenants: readonly string[];
  /** Origin, such as https://graph.microsoft.com. */
  readonly graphEndpoint: string;
  readonly scopes: readonly string[];
  readonly addinOrigin: string;
  readonly port: number;
  /** Null: a proxy in front ends TLS. */
  readonly tls: { readonly certPath: string; readonly keyPath: string } | null;
  readonly publicDir: string;
  readonly officeJsUrl: string;
  /** CSP sources that may hold the pane in a frame, beside Office's own. */
  readonly frameAncestors: readonly string[];
  /** Whose SharePoint may hold it, such as `contoso`; empty: that of every tenant. */
  readonly sharePointTenants: readonly string[];
  /** Applications that may name this host as their publisher domain. */
  readonly associatedApplications: readonly string[];
  readonly forMsGraphAccess: boolean;
  readonly nestedAppAuth: boolean;
  /** API requests per user and minute (per address ten times as many); 0: no limit. */
  readonly rateLimit: number;
  /** Whose X-Forwarded-For counts. */
  readonly trustedProxies: TrustedProxies;
  readonly logLevel: Settings['LOG_LEVEL'];
}

export interface ServerConfig extends Config {
  readonly options: OptionSettings;
}

export { ConfigError } from './configError.ts';

/** @throws ConfigError that names every wrong setting. No value is repeated in it: it may be a secret. */
export function readConfig(environment: Environment): ServerConfig {
  const values: Record<string, string> = {};
  const wrongs: string[] = [];
  for (const name of settingNames) {
    const value = environment[name]?.trim();
    if (value === undefined || value === '') continue;
    const wrong = wrongOfRawValue(value);
    if (wrong) wrongs.push(`${name} ${wrong}`);
    else values[name] = value;
  }
  const parsed = allSettings.safeParse(values);
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (wrongs.some((wrong) => wrong.startsWith(`${name} `))) continue;
    const missing = values[name] === undefined;
    wrongs.push(
      `${name} ${missing ? 'is not set; docs/in-office.md says where it comes from' : issue.message}`,
    );
  }
  const foreign = parsed.success ? foreignScope(parsed.data) : undefined;
  if (foreign !== undefined) wrongs.push(foreign);
  wrongs.push(...optionFaults(values));
  const credential = readCredential(values, wrongs);
  if (wrongs.length > 0 || !parsed.success || typeof credential === 'string') {
    throw new ConfigError(typeof credential === 'string' ? [...wrongs, credential] : wrongs);
  }
  return deepFreeze({ ...toConfig(parsed.data, credential), options: readOptions(parsed.data) });
}

function wrongOfRawValue(value: string): string | undefined {
  // App Service hands the reference itself to the app when Key Vault refuses it.
  if (value.startsWith('@Microsoft.KeyVault(')) {
    return 'is a Key Vault reference that was not resolved; check the identity and its access to the vault';
  }
  if (/^\{[A-Z_]+\}$/.test(value)) {
    return 'is still a placeholder; docs/in-office.md says where it comes from, and `npm run sandbox` needs none';
  }
  return undefined;
}

/** The server gets one token, for Graph: a scope of another resource would make Entra ID refuse every user. */
function foreignScope({ SCOPE, GRAPH_ENDPOINT }: Settings): string | undefined {
  const own = `${GRAPH_ENDPOINT}/`.toLowerCase();
  const foreign = SCOPE.some((scope) => /[:/]/u.test(scope) && !scope.toLowerCase().startsWith(own));
  return foreign
    ? 'SCOPE contains a scope of another resource than Microsoft Graph; write names only, such as User.Read Files.Read'
    : undefined;
}

/** A string says what is wrong. */
function readCredential(
  values: Record<string, string>,
  wrongs: readonly string[],
): CredentialSetting | string {
  const names = ['CLIENT_SECRET', 'CLIENT_CERTIFICATE_PATH', 'MANAGED_IDENTITY_CLIENT_ID'] as const;
  const given = names.filter(
    (name) => values[name] !== undefined || wrongs.some((w) => w.startsWith(`${name} `)),
  );
  const [name, second] = given;
  if (name === undefined)
    return `${names.join(', ')}: none is set; set exactly one (a secret belongs in .ENV.local)`;
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
    // Without TLS there is a proxy that ends it.
    trustedProxies: from.TRUSTED_PROXIES ?? (from.TLS === 'on' ? 0 : 1),
    logLevel: from.LOG_LEVEL,
  };
}

function deepFreeze<T extends object>(value: T): T {
  // The bytes of a Buffer cannot be frozen, and freezing it throws.
  if (Buffer.isBuffer(value)) return value;
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) deepFreeze(member as object);
  }
  return Object.freeze(value);
}
