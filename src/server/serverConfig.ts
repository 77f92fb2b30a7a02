import {
  ConfigError,
  settings,
  toConfig,
  type Config,
  type CredentialSetting,
  type Environment,
  type Settings,
} from './config.ts';
import { optionEnv, optionFaults, readOptions, type OptionSettings } from './optionHooks.ts';

/** The settings of the server and of its options. */
export interface ServerConfig extends Config {
  readonly options: OptionSettings;
}

// Typed without the options' settings, which each option reads itself: see `readOptions`.
export const allSettings = settings.extend(optionEnv) as unknown as typeof settings;
export const settingNames: readonly string[] = Object.keys(allSettings.shape);

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
  if (parsed.success && hasNoTokenSource(parsed.data))
    errors.push('TOKEN_SOURCES names only nested, which NESTED_APP_AUTH=off disables; add office or dialog');
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

function hasNoTokenSource({ TOKEN_SOURCES, NESTED_APP_AUTH }: Settings): boolean {
  return NESTED_APP_AUTH === 'off' && TOKEN_SOURCES.every((id) => id === 'nested');
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

function deepFreeze<T extends object>(value: T): T {
  // Freezing a Buffer throws.
  if (Buffer.isBuffer(value)) return value;
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) deepFreeze(member as object);
  }
  return Object.freeze(value);
}
