import { timingSafeEqual, X509Certificate } from 'node:crypto';
import { compactVerify, decodeJwt, decodeProtectedHeader } from 'jose';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../../registration.ts';
import type { TextMembers } from '../../http/textMembers.ts';
import { TokenError } from '../tokenError.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** MSAL rounds "now" up, so that `nbf` can lie half a second ahead (identity notes, section 1.2). */
const TOLERANCE_SECONDS = 60;
/** Audience of a managed identity's token when it stands for a client credential. */
const FEDERATED_AUDIENCE = 'api://AzureADTokenExchange';

/** Throws unless `client_id` is the registered application. */
export function checkClientId(form: TextMembers): void {
  if (!form['client_id']) throw new TokenError(900144, { detail: "Member: 'client_id'." });
  if (form['client_id'] !== SANDBOX_CLIENT_ID) throw new TokenError(700016);
}

/** Throws unless the caller proves to be the application, by secret or by client assertion (RFC 7523). */
export async function checkClientCredential(form: TextMembers, entraOrigin: string): Promise<void> {
  const { client_secret: secret, client_assertion: assertion, client_assertion_type: type } = form;
  if (secret !== undefined) {
    if (!sameText(secret, SANDBOX_CLIENT_SECRET)) throw new TokenError(7000215);
    return;
  }
  if (assertion === undefined || type !== ASSERTION_TYPE) throw new TokenError(7000218);
  try {
    await checkAssertion(assertion, entraOrigin);
  } catch (error) {
    if (error instanceof TokenError) throw error;
    throw new TokenError(700027, { detail: 'It could not be read or verified.' });
  }
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * The registration of the sandbox names no certificate, so any is good: its signature is checked when the header
 * carries it (`x5c`). Everything else is checked as Entra ID does.
 */
async function checkAssertion(assertion: string, entraOrigin: string): Promise<void> {
  const claims = decodeJwt(assertion);
  const header = decodeProtectedHeader(assertion);
  const now = Math.floor(Date.now() / 1000);
  const federated = claims.aud === FEDERATED_AUDIENCE;
  const endpoint = typeof claims.aud === 'string' && claims.aud.startsWith(`${entraOrigin}/`);
  if (!federated && !(endpoint && claims.aud?.toString().endsWith('/oauth2/v2.0/token'))) {
    throw new TokenError(700027, { detail: 'Its audience is not this token endpoint.' });
  }
  if (!federated && (claims.iss !== SANDBOX_CLIENT_ID || claims.sub !== SANDBOX_CLIENT_ID)) {
    throw new TokenError(700027, { detail: 'Its issuer or subject is not the application.' });
  }
  if (typeof claims.exp !== 'number' || claims.exp + TOLERANCE_SECONDS < now) {
    throw new TokenError(700027, { detail: 'It has expired.' });
  }
  if (typeof claims.nbf === 'number' && claims.nbf - TOLERANCE_SECONDS > now) {
    throw new TokenError(700027, { detail: 'It is not valid yet.' });
  }
  const leaf = header.x5c?.[0];
  if (leaf) {
    const { publicKey } = new X509Certificate(Buffer.from(leaf, 'base64'));
    await compactVerify(assertion, publicKey, { algorithms: ['RS256', 'PS256'] });
  }
}
