import { randomBytes } from 'node:crypto';
import {
  UserError,
  readConfigureOptions as readOptions,
  configure,
  type Environment,
  type ConfigureContext,
} from 'office-addin-tools';
import type { Values } from './azd.ts';

/** What `npm run configure-sso` does, with what stands in azd's environment (docs/deploy.md lists the names). */

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

export type HookSurroundings = ConfigureContext & {
  /** For values of azd's environment. */
  readonly keep: (values: Values) => Promise<void>;
};

/** Before anything is made in Azure: the registration, and the values that the templates ask for. */
export async function beforeProvision({ keep, ...around }: HookSurroundings): Promise<void> {
  const { env, print } = around;
  const origin = originOf(env);
  await keep(newSecrets(env));
  if (byHand(env)) {
    const missing = ['CLIENT_ID', 'AUTHORITY', 'SCOPE'].filter((name) => !env[name]);
    if (missing.length > 0) {
      throw new UserError(
        `REGISTRATION is by-hand, so azd needs the values of the registration. Missing: ${missing.join(', ')}. ` +
          'Set each with `azd env set <name> <value>`.',
      );
    }
    print('REGISTRATION is by-hand: the registration is left as it is.');
    return;
  }
  const done = await configure(
    readOptions(registrationArguments(env, origin, ['--credential', 'none'])),
    around,
  );
  if (done) await keep(done.settings);
}

/** After the identity was made: the registration trusts it. */
export async function afterProvision({ env, print, ...around }: HookSurroundings): Promise<void> {
  const { IDENTITY_PRINCIPAL_ID: identity = '' } = env;
  if (!GUID.test(identity)) {
    throw new UserError(
      'IDENTITY_PRINCIPAL_ID is missing in the environment of azd: it is an output of infra/main.bicep. Run `azd provision`.',
    );
  }
  const args = registrationArguments(env, originOf(env), [
    '--credential',
    'managed-identity',
    '--identity',
    identity,
  ]);
  if (byHand(env)) {
    print('REGISTRATION is by-hand. Whoever may change the registration runs this, with its CLIENT_ID set:');
    print(`  npm run configure-sso -- ${args.join(' ')}`);
    return;
  }
  await configure(readOptions(args), { env, print, ...around });
}

/** @param credential which, as options */
export function registrationArguments(
  env: Environment,
  origin: string,
  credential: readonly string[],
): readonly string[] {
  const { CLIENT_ID: id = '', REGISTRATION_NAME: name = '', SIGN_IN_AUDIENCE: audience = '' } = env;
  if (!GUID.test(id) && name === '') {
    throw new UserError(
      'REGISTRATION_NAME is missing: the name of the add-in that users read when they are asked to consent, another ' +
        'one than for development. Set it with `azd env set REGISTRATION_NAME "Contoso files"`.',
    );
  }
  return [
    ...['--yes', '--no-files', '--origin', origin, ...credential],
    // Once made, it is found by its id; until then by its name, so that an interrupted run makes no second one.
    ...(GUID.test(id) ? [] : ['--name', name]),
    ...(audience === '' ? [] : ['--audience', audience]),
  ];
}

export function originOf({ ADDIN_ORIGIN: origin = '' }: Environment): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url?.protocol === 'https:' && url.origin === origin && url.hostname !== 'localhost') return origin;
  throw new UserError(
    'ADDIN_ORIGIN has to be the public address of the add-in, without a path or a slash at the end. Set it with ' +
      '`azd env set ADDIN_ORIGIN https://addin.contoso.com`; docs/deploy.md says which.',
  );
}

function byHand({ REGISTRATION: how = '' }: Environment): boolean {
  if (how === '' || how === 'by-hand') return how !== '';
  throw new UserError('REGISTRATION has to be by-hand, or not set.');
}

/** Creates what has to stay secret and the same in later runs. */
function newSecrets({ USE_REDIS, CACHE_KEYS }: Environment): Values {
  return USE_REDIS === 'true' && !CACHE_KEYS ? { CACHE_KEYS: randomBytes(32).toString('base64') } : {};
}
