import { UserError } from '../userError.ts';
import { readOptions as readKnown } from '../options.ts';
import type { Audience } from './wantedRegistration.ts';

export const CREDENTIALS = ['secret', 'certificate', 'managed-identity', 'none'] as const;
export type CredentialKind = (typeof CREDENTIALS)[number];

export interface Options {
  readonly dryRun: boolean;
  readonly dryAzure: boolean;
  readonly situation: string | undefined;
  readonly remove: boolean;
  readonly prune: boolean;
  readonly yes: boolean;
  readonly files: boolean;
  readonly teams: boolean;
  readonly adminConsent: boolean;
  readonly installAz: boolean;
  readonly name: string | undefined;
  readonly origin: string | undefined;
  readonly audience: Audience | undefined;
  readonly credential: CredentialKind | undefined;
  /** Principal (object) id of a managed identity. */
  readonly identity: string | undefined;
  readonly store: 'file' | 'system';
  readonly tenantId: string | undefined;
}

export const USAGE = `npm run configure-sso -- [options]

  --dry-run               say what would be done, and change nothing
  --dry-azure             do all of it in an imitation of Azure, without an account
  --name <text>           a registration of its own under this name (for production, print)
  --origin <https://...>  instead of ADDIN_ORIGIN
  --audience <which>      single (this tenant), multiple (any organization) or any (personal accounts too)
  --credential <kind>     secret, certificate, managed-identity or none
  --identity <id>         principal (object) id of the managed identity
  --store <where>         secret: file (.ENV.local) or system (key store of Windows, macOS)
  --tenant <id>           another tenant than that of az
  --teams                 also for Office inside Teams
  --admin-consent         consent for everybody, if you are an administrator
  --no-files              write no files; say the settings instead
  --prune                 also take away secrets and certificates that this command has replaced
  --remove                delete the registration again
  --install-az            install the Azure CLI first (Windows, macOS)
  --yes                   do not ask

docs/register.md explains them.`;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** @throws UserError that names the option and what it may be */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args);
  const identity = guid('--identity', values.identity);
  const credential = oneOf('--credential', values.credential, CREDENTIALS);
  if (identity !== undefined && credential !== undefined && credential !== 'managed-identity')
    throw new UserError('--identity goes with --credential managed-identity.');
  if (credential === 'managed-identity' && identity === undefined) {
    throw new UserError(
      '--credential managed-identity needs --identity <principal id>: the Object (principal) ID of the identity ' +
        'in the Azure portal.',
    );
  }
  const noFiles = values['no-files'] === true;
  return {
    dryRun: values['dry-run'] === true,
    dryAzure: values['dry-azure'] === true,
    situation: values.situation,
    remove: values.remove === true,
    prune: values.prune === true,
    yes: values.yes === true,
    files: !noFiles,
    teams: values.teams === true,
    adminConsent: values['admin-consent'] === true,
    installAz: values['install-az'] === true,
    name: nameOf(values.name),
    origin: originOf(values.origin),
    audience: oneOf('--audience', values.audience, ['single', 'multiple', 'any'] as const),
    credential: identity === undefined ? credential : 'managed-identity',
    identity,
    store: oneOf('--store', values.store, ['file', 'system'] as const) ?? 'file',
    tenantId: guid('--tenant', values.tenant),
  };
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  const text = { type: 'string' } as const;
  const known = {
    'dry-run': flag,
    'dry-azure': flag,
    'no-files': flag,
    'admin-consent': flag,
    'install-az': flag,
    remove: flag,
    prune: flag,
    yes: flag,
    teams: flag,
    name: text,
    origin: text,
    audience: text,
    credential: text,
    identity: text,
    store: text,
    tenant: text,
    situation: text,
  };
  return readKnown(args, known, USAGE).values;
}

function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]) {
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (!found) throw new UserError(`${option} has to be one of: ${allowed.join(', ')}.`);
  return found;
}

function guid(option: string, value: string | undefined): string | undefined {
  if (value !== undefined && !GUID.test(value))
    throw new UserError(`${option} has to be an id such as 11111111-2222-4333-8444-555555555555.`);
  return value?.toLowerCase();
}

function nameOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const name = value.trim();
  // 120: what the Entra admin center takes.
  if (name === '' || name.length > 120 || /\p{Cc}/u.test(name))
    throw new UserError('--name has to be a text of 1 to 120 characters in one line.');
  return name;
}

function originOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'https:' || url.href !== `${url.origin}/`)
    throw new UserError('--origin has to be an origin such as https://addin.example.com, without a path.');
  return url.origin;
}
