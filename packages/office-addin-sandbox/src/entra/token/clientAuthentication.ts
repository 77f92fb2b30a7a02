import { decodeJwt } from 'jose';
import type { TextParameters } from '../../http/parameters.ts';
import type { ProviderState } from '../providerState.ts';
import { secretFault, type Registration } from '../registrations.ts';
import { TokenError } from '../tokenError.ts';
import { checkCertificateAssertion } from './certificateAssertion.ts';
import { checkFederatedAssertion } from './federatedAssertion.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Returns the registration of `client_id`. Throws a TokenError if there is none. */
export function registrationOf(form: TextParameters, { registrations }: ProviderState): Registration {
  if (!form['client_id']) throw new TokenError(900144, { detail: "Parameter: 'client_id'." });
  const registration = registrations.find(form['client_id']);
  if (!registration) throw new TokenError(700016);
  return registration;
}

/** Throws a TokenError unless the caller authenticates by secret or by client assertion (RFC 7523). */
export async function checkClientCredential(
  form: TextParameters,
  registration: Registration,
  provider: ProviderState,
): Promise<void> {
  const { client_secret: secret, client_assertion: assertion, client_assertion_type: type } = form;
  if (secret !== undefined) {
    const fault = secretFault(registration, secret);
    if (fault !== undefined) throw new TokenError(fault);
    return;
  }
  if (assertion === undefined || type !== ASSERTION_TYPE) throw new TokenError(7000218);
  try {
    // The application is its own issuer; any other issuer is federated.
    if (decodeJwt(assertion).iss === registration.clientId) {
      await checkCertificateAssertion(assertion, registration, provider);
    } else await checkFederatedAssertion(assertion, provider);
  } catch (error) {
    if (error instanceof TokenError) throw error;
    throw new TokenError(700027, { detail: "It can't be read or verified." });
  }
}
