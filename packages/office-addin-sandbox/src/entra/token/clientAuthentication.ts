import { timingSafeEqual } from 'node:crypto';
import { decodeJwt } from 'jose';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET, SANDBOX_EXPIRED_SECRET } from '../../registration.ts';
import type { TextParameters } from '../../http/parameters.ts';
import type { ProviderState } from '../providerState.ts';
import { TokenError } from '../tokenError.ts';
import { checkCertificateAssertion } from './certificateAssertion.ts';
import { checkFederatedAssertion } from './federatedAssertion.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Throws a TokenError unless `client_id` is the registered application. */
export function checkClientId(form: TextParameters): void {
  if (!form['client_id']) throw new TokenError(900144, { detail: "Parameter: 'client_id'." });
  if (form['client_id'] !== SANDBOX_CLIENT_ID) throw new TokenError(700016);
}

/** Throws a TokenError unless the caller authenticates by secret or by client assertion (RFC 7523). */
export async function checkClientCredential(form: TextParameters, provider: ProviderState): Promise<void> {
  const { client_secret: secret, client_assertion: assertion, client_assertion_type: type } = form;
  if (secret !== undefined) {
    checkSecret(secret);
    return;
  }
  if (assertion === undefined || type !== ASSERTION_TYPE) throw new TokenError(7000218);
  try {
    // The application is its own issuer; any other issuer is federated.
    if (decodeJwt(assertion).iss === SANDBOX_CLIENT_ID) await checkCertificateAssertion(assertion, provider);
    else await checkFederatedAssertion(assertion, provider);
  } catch (error) {
    if (error instanceof TokenError) throw error;
    throw new TokenError(700027, { detail: "It can't be read or verified." });
  }
}

function checkSecret(secret: string): void {
  if (equals(secret, SANDBOX_EXPIRED_SECRET)) throw new TokenError(7000222);
  if (!equals(secret, SANDBOX_CLIENT_SECRET)) throw new TokenError(7000215);
}

function equals(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
