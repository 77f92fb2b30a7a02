import type { Environment } from '../env/environment.ts';
import { getSecret } from './keyStore.ts';

const CREDENTIALS = ['CLIENT_SECRET', 'CLIENT_CERTIFICATE_PATH', 'MANAGED_IDENTITY_CLIENT_ID'];

/** Adds the secret stored by `configure-sso --store system`, if no other credential is set. */
export async function withStoredSecret(
  environment: Environment,
  read: (clientId: string) => Promise<string | undefined> = getSecret,
): Promise<Environment> {
  const clientId = environment['CLIENT_ID'];
  if (clientId === undefined || CREDENTIALS.some((name) => environment[name] !== undefined))
    return environment;
  const secret = await read(clientId);
  return secret === undefined ? environment : { ...environment, CLIENT_SECRET: secret };
}
