import { UserError } from '../userError.ts';
import { oneOf, readOptions as readKnown } from '../options.ts';
import type { RegistrationCount } from './paneRegistration.ts';
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
  /** Undefined: as before, or one. */
  readonly registrations: RegistrationCount | undefined;
  readonly credential: CredentialKind | undefined;
  /** Principal (object) id of a managed identity. */
  readonly identity: string | undefined;
  readonly store: 'file' | 'system';
  readonly tenantId: string | undefined;
}

export const USAGE = `npm run configure-sso -- [options]

  --dry-run               print the plan and change nothing
  --dry-azure             run against a simulated Azure, without an account
  --name <text>           use a separate registration with this name, such as for production
  --origin <https://...>  override ADDIN_ORIGIN
  --audience <which>      single (this tenant), multiple (any organization) or any (also personal accounts)
  --registrations <n>     one, or two: a separate one for the pane, without a credential
  --credential <kind>     secret, certificate, managed-identity or none
  --identity <id>         principal (object) id of the managed identity
  --store <where>         where to store a secret: file (.ENV.local) or system (key store of Windows, macOS)
  --tenant <id>           use a tenant other than az's default
  --teams                 also authorize Office inside Teams
  --admin-consent         consent for the whole tenant, if you are an administrator
  --no-files              print the settings instead of writing files
  --prune                 remove secrets and certificates that this command has replaced
  --remove                delete the registration
  --install-az            install the Azure CLI first (Windows, macOS)
  --yes                   don't ask for confirmation

For details, see docs/register.md.`;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** @throws UserError that names the option and its valid values */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args);
  const identity = guid('--identity', values.identity);
  const credential = oneOf('--credential', values.credential, CREDENTIALS);
  if (identity !== undefined && credential !== undefined && credential !== 'managed-identity')
    throw new UserError('--identity needs --credential managed-identity.');
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
    registrations: oneOf('--registrations', values.registrations, ['one', 'two'] as const),
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
    registrations: text,
    credential: text,
    identity: text,
    store: text,
    tenant: text,
    situation: text,
  };
  return readKnown(args, known, USAGE).values;
}

function guid(option: string, value: string | undefined): string | undefined {
  if (value !== undefined && !GUID.test(value))
    throw new UserError(`${option} must be an id such as 11111111-2222-4333-8444-555555555555.`);
  return value?.toLowerCase();
}

function nameOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const name = value.trim();
  // 120 is the limit of the Entra admin center.
  if (name === '' || name.length > 120 || /\p{Cc}/u.test(name))
    throw new UserError('--name must be a text of 1 to 120 characters without line breaks.');
  return name;
}

function originOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'https:' || url.href !== `${url.origin}/`)
    throw new UserError('--origin must be an origin such as https://addin.example.com, without a path.');
  return url.origin;
}
