import type { Directory } from '../directory.ts';
import { HOME_TENANT_ID } from '../../people.ts';
import { managedIdentities } from '../../registration.ts';
import { TokenError } from '../tokenError.ts';
import { checkAssertionTimes } from './assertionTimes.ts';

/** Audience of a managed identity's token when it stands for a client credential. */
const FEDERATED_AUDIENCE = 'api://AzureADTokenExchange';

/**
 * A client assertion of another issuer, good when it fits the federated credential of the registration: issuer,
 * audience and subject each equal (Microsoft Entra, "Workload identity federation"). Here that is a managed identity
 * of the home tenant.
 * @throws TokenError, or what jose throws about the signature
 */
export async function checkFederatedAssertion(assertion: string, directory: Directory): Promise<void> {
  const claims = await directory.keys.verify(assertion);
  if (claims.iss !== `${directory.origins.entra}/${HOME_TENANT_ID}/v2.0`) throw new TokenError(700211);
  if (claims.aud !== FEDERATED_AUDIENCE) throw new TokenError(700212);
  if (claims.sub !== managedIdentities.federated.principalId) throw new TokenError(700213);
  checkAssertionTimes(claims, Date.now());
}
