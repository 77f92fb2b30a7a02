import type { ProviderState } from '../providerState.ts';
import { HOME_TENANT_ID } from '../../users.ts';
import { managedIdentities } from '../../registration.ts';
import { TokenError } from '../tokenError.ts';
import { checkAssertionTimes } from './assertionTimes.ts';

/** Audience of a managed identity's token that is used as a client credential. */
const FEDERATED_AUDIENCE = 'api://AzureADTokenExchange';

/**
 * Validates a client assertion of another issuer: issuer, audience and subject must equal those of the registration's
 * federated credential (Microsoft Entra, "Workload identity federation"), here a managed identity of the home tenant.
 * @throws TokenError, or an error of jose for the signature
 */
export async function checkFederatedAssertion(assertion: string, provider: ProviderState): Promise<void> {
  const claims = await provider.keys.verify(assertion);
  if (claims.iss !== `${provider.origins.entra}/${HOME_TENANT_ID}/v2.0`) throw new TokenError(700211);
  if (claims.aud !== FEDERATED_AUDIENCE) throw new TokenError(700212);
  if (claims.sub !== managedIdentities.federated.principalId) throw new TokenError(700213);
  checkAssertionTimes(claims, Date.now());
}
