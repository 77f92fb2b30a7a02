import { randomBytes } from 'node:crypto';
import {
  UserError,
  readConfigureOptions as readOptions,
  configure,
  type Environment,
  type ConfigureContext,
} from 'office-addin-tools';
import type { Values } from './azd.ts';

/** Runs `npm run configure-sso` with values of azd's environment. docs/deploy.md lists their names. */

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

export type HookContext = ConfigureContext & {
  /** Saves values in azd's environment. */
  readonly keep: (values: Values) => Promise<void>;
};

/** Before provisioning: creates the registration, and saves the values that the templates read. */
export async function beforeProvision({ keep, ...context }: HookContext): Promise<void> {
  const { env, print } = context;
  const origin = originOf(env);
  await keep(newSecrets(env));
  if (byHand(env)) {
    const missing = ['CLIENT_ID', 'AUTHORITY', 'SCOPE'].filter((name) => !env[name]);
    if (missing.length > 0) {
      throw new UserError(
        `REGISTRATION is by-hand, so azd needs the registration's values. Missing: ${missing.join(', ')}. ` +
          'Set each with `azd env set <name> <value>`.',
      );
    }
    print('REGISTRATION is by-hand, so the registration is not changed.');
    return;
  }
  const done = await configure(
    readOptions(registrationArguments(env, origin, ['--credential', 'none'])),
    context,
  );
  if (done) await keep(done.settings);
}

/** After provisioning: makes the registration trust the managed identity. */
export async function afterProvision({ env, print, ...context }: HookContext): Promise<void> {
  const { IDENTITY_PRINCIPAL_ID: identity = '' } = env;
  if (!GUID.test(identity)) {
    throw new UserError(
      "IDENTITY_PRINCIPAL_ID, an output of infra/main.bicep, is missing in azd's environment. Run `azd provision`.",
    );
  }
  const args = registrationArguments(env, originOf(env), [
    '--credential',
    'managed-identity',
    '--identity',
    identity,
  ]);
  if (byHand(env)) {
    print('REGISTRATION is by-hand. Someone who may change the registration runs this, with CLIENT_ID set:');
    print(`  npm run configure-sso -- ${args.join(' ')}`);
    return;
  }
  await configure(readOptions(args), { env, print, ...context });
}

/** @param credential options that select the credential */
export function registrationArguments(
  env: Environment,
  origin: string,
  credential: readonly string[],
): readonly string[] {
  const { CLIENT_ID: id = '', REGISTRATION_NAME: name = '', SIGN_IN_AUDIENCE: audience = '' } = env;
  if (!GUID.test(id) && name === '') {
    throw new UserError(
      'REGISTRATION_NAME is missing. Users see this name in consent prompts; it must differ from that of the registration ' +
        'for development. Set it with `azd env set REGISTRATION_NAME "Contoso files"`.',
    );
  }
  return [
    ...['--yes', '--no-files', '--origin', origin, ...credential],
    // Find it by its id, or by its name if the id is not saved yet, so that an interrupted run creates no second one.
    ...(GUID.test(id) ? [] : ['--name', name]),
    ...(audience === '' ? [] : ['--audience', audience]),
  ];
}

export function originOf({ ADDIN_ORIGIN: origin = '' }: Environment): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url?.protocol === 'https:' && url.origin === origin && url.hostname !== 'localhost') return origin;
  throw new UserError(
    "ADDIN_ORIGIN must be the add-in's public origin, without a path or trailing slash. Set it with " +
      '`azd env set ADDIN_ORIGIN https://addin.contoso.com` (docs/deploy.md).',
  );
}

function byHand({ REGISTRATION: how = '' }: Environment): boolean {
  if (how === '' || how === 'by-hand') return how !== '';
  throw new UserError(
    'REGISTRATION must be by-hand or unset. Set it with `azd env set REGISTRATION by-hand`.',
  );
}

/** Creates secrets that later runs keep. */
function newSecrets({ USE_REDIS, CACHE_KEYS }: Environment): Values {
  return USE_REDIS === 'true' && !CACHE_KEYS ? { CACHE_KEYS: randomBytes(32).toString('base64') } : {};
}
