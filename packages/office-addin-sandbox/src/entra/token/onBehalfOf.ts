import type { Response } from 'express';
import type { JWTPayload } from 'jose';
import { answerHtml, hang, reset } from '../../http/faults.ts';
import type { TextParameters } from '../../http/parameters.ts';
import { userByIdentity, tenantIdOf, type User } from '../../users.ts';
import type { OboAnswer } from '../../scenario.ts';
import { isChallenge, claimsForChallenge, satisfiesChallenge } from '../challenge.ts';
import type { ProviderState } from '../providerState.ts';
import type { Registration } from '../registrations.ts';
import { TokenError } from '../tokenError.ts';
import { clientInfo } from '../tokens.ts';
import { checkClientCredential } from './clientAuthentication.ts';
import { accessTokenResponse, readTokenScopes } from './tokenResponse.ts';

/**
 * Handles the grant `urn:ietf:params:oauth:grant-type:jwt-bearer` with `requested_token_use=on_behalf_of`, which
 * exchanges the user's token for one for Graph. Validates the request before it applies the scenario.
 */
export async function exchangeOnBehalfOf(
  provider: ProviderState,
  registration: Registration,
  tenant: string,
  form: TextParameters,
  res: Response,
): Promise<void> {
  const { state } = provider;
  await checkClientCredential(form, registration, provider);
  if (form['requested_token_use'] !== 'on_behalf_of') {
    throw new TokenError(900144, { detail: "Parameter: 'requested_token_use'." });
  }
  const claims = form['claims'];
  const log = (answer: string | number, user?: User): void =>
    state.log.add('obo', {
      user: user?.id ?? null,
      tenant,
      scopes: (form['scope'] ?? '').split(' ').filter(Boolean),
      // The client also sends its capabilities in this parameter.
      claims: isChallenge(claims) ? claims : false,
      answer,
    });
  try {
    const scopes = readTokenScopes(provider, registration, form['scope']);
    const assertion = await readAssertion(provider, registration, form['assertion'] ?? '');
    const user = userByIdentity(assertion['oid'], assertion['tid']);
    if (!user) throw new TokenError(50034);
    const tenantId = tenantIdOf(tenant);
    if (tenantId !== null && tenantId !== user.tenant.id) throw new TokenError(50020);
    const scripted = state.next('obo');
    log(logName(scripted), user);
    if (sendFault(scripted, res)) return;
    // The new token inherits the proof of the assertion.
    const proof = isChallenge(claims) ? claimsForChallenge(claims) : inheritedProof(assertion);
    res.json({
      ...(await accessTokenResponse(provider, registration, user, scopes, proof)),
      ...(form['client_info'] ? { client_info: clientInfo(user) } : {}),
    });
  } catch (error) {
    if (error instanceof TokenError && !(error instanceof ScriptedError)) log(error.code);
    throw error;
  }
}

class ScriptedError extends TokenError {}

/** Applies the scenario's answer. Returns true if the response is sent, or never will be. */
function sendFault(answer: OboAnswer, res: Response): boolean {
  if (answer === 'ok') return false;
  if (typeof answer === 'object') {
    if ('aadsts' in answer) throw new ScriptedError(answer.aadsts, answer);
    if (answer.retryAfter !== undefined) res.set('Retry-After', String(answer.retryAfter));
    res.status(answer.status).json({
      error: 'temporarily_unavailable',
      error_description:
        answer.status === 429 ? 'AADSTS90055: Too many requests.' : 'AADSTS90033: A transient error.',
      error_codes: [answer.status === 429 ? 90055 : 90033],
    });
    return true;
  }
  switch (answer) {
    case 'hang':
      hang(res);
      return true;
    case 'reset':
      reset(res);
      return true;
    case 'empty':
      res.json({});
      return true;
    case 'html':
      answerHtml(res);
      return true;
  }
}

function logName(answer: OboAnswer): string | number {
  if (typeof answer === 'string') return answer;
  return 'aadsts' in answer ? answer.aadsts : `status ${answer.status}`;
}

async function readAssertion(
  provider: ProviderState,
  { clientId, appIdUri }: Registration,
  assertion: string,
): Promise<JWTPayload> {
  let claims: JWTPayload;
  try {
    claims = await provider.keys.verify(assertion);
  } catch (error) {
    throw new TokenError(50013, { detail: error instanceof Error ? `(${error.name})` : '' });
  }
  const audiences = [claims.aud].flat();
  if (!audiences.some((audience) => audience === clientId || audience === appIdUri)) {
    throw new TokenError(500131);
  }
  const now = Date.now() / 1000;
  if (typeof claims.exp !== 'number' || claims.exp <= now) throw new TokenError(500133);
  return claims;
}

function inheritedProof(assertion: JWTPayload): Record<string, unknown> {
  if (!satisfiesChallenge(assertion)) return {};
  const { amr, acrs } = assertion;
  return { amr, ...(acrs === undefined ? {} : { acrs }) };
}
