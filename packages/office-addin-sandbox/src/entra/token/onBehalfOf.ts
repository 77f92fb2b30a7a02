import type { Response } from 'express';
import type { JWTPayload } from 'jose';
import { answerHtml, hang, reset } from '../../http/faults.ts';
import type { TextParameters } from '../../http/parameters.ts';
import { personByIdentity, tenantIdOf, type Person } from '../../people.ts';
import { SANDBOX_CLIENT_ID } from '../../registration.ts';
import type { OboAnswer } from '../../scenario.ts';
import { isChallenge, meetingClaims, meetsChallenge } from '../challenge.ts';
import type { Directory } from '../directory.ts';
import { appIdUri } from '../scopes.ts';
import { TokenError } from '../tokenError.ts';
import { clientInfo } from '../tokens.ts';
import { checkClientCredential } from './clientAuthentication.ts';
import { commonAnswer, readTokenScopes } from './tokenAnswer.ts';

/**
 * Grant `urn:ietf:params:oauth:grant-type:jwt-bearer` with `requested_token_use=on_behalf_of`: the add-in's server
 * hands in the user's token and gets one for Graph. What the request itself gets wrong is answered first; then the
 * scenario has its say.
 */
export async function exchangeOnBehalfOf(
  directory: Directory,
  tenant: string,
  form: TextParameters,
  res: Response,
): Promise<void> {
  const { state } = directory;
  await checkClientCredential(form, directory);
  if (form['requested_token_use'] !== 'on_behalf_of') {
    throw new TokenError(900144, { detail: "Member: 'requested_token_use'." });
  }
  const claims = form['claims'];
  const log = (answer: string | number, person?: Person): void =>
    state.log.add('obo', {
      user: person?.id ?? null,
      tenant,
      scopes: (form['scope'] ?? '').split(' ').filter(Boolean),
      // A client tells its capabilities in the same member; that is no challenge.
      claims: isChallenge(claims) ? claims : false,
      answer,
    });
  try {
    const scopes = readTokenScopes(directory, form['scope']);
    const assertion = await readAssertion(directory, form['assertion'] ?? '');
    const person = personByIdentity(assertion['oid'], assertion['tid']);
    if (!person) throw new TokenError(50034);
    const tenantId = tenantIdOf(tenant);
    if (tenantId !== null && tenantId !== person.tenant.id) throw new TokenError(50020);
    const scripted = state.next('obo');
    log(nameOf(scripted), person);
    if (fault(scripted, res)) return;
    // Proof that was given for the assertion holds for what is exchanged for it.
    const met = isChallenge(claims) ? meetingClaims(claims) : carriedProof(assertion);
    res.json({
      ...(await commonAnswer(directory, person, scopes, met)),
      ...(form['client_info'] ? { client_info: clientInfo(person) } : {}),
    });
  } catch (error) {
    if (error instanceof TokenError && !(error instanceof ScriptedError)) log(error.code);
    throw error;
  }
}

class ScriptedError extends TokenError {}

/** Does what the scenario says. @returns true when the request is answered (or never will be). */
function fault(answer: OboAnswer, res: Response): boolean {
  if (answer === 'ok') return false;
  if (typeof answer === 'object') {
    if ('aadsts' in answer) throw new ScriptedError(answer.aadsts, answer);
    if (answer.retryAfter !== undefined) res.set('Retry-After', String(answer.retryAfter));
    res.status(answer.status).json({
      error: 'temporarily_unavailable',
      error_description:
        answer.status === 429 ? 'AADSTS90055: Too many requests.' : 'AADSTS90033: A passing fault.',
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

function nameOf(answer: OboAnswer): string | number {
  if (typeof answer === 'string') return answer;
  return 'aadsts' in answer ? answer.aadsts : `status ${answer.status}`;
}

async function readAssertion(directory: Directory, assertion: string): Promise<JWTPayload> {
  let claims: JWTPayload;
  try {
    claims = await directory.keys.verify(assertion);
  } catch (error) {
    throw new TokenError(50013, { detail: error instanceof Error ? `(${error.name})` : '' });
  }
  const audiences = [claims.aud].flat();
  if (
    !audiences.some((audience) => audience === SANDBOX_CLIENT_ID || audience === appIdUri(directory.origins))
  ) {
    throw new TokenError(500131);
  }
  const now = Date.now() / 1000;
  if (typeof claims.exp !== 'number' || claims.exp <= now) throw new TokenError(500133);
  return claims;
}

function carriedProof(assertion: JWTPayload): Record<string, unknown> {
  if (!meetsChallenge(assertion)) return {};
  const { amr, acrs } = assertion;
  return { amr, ...(acrs === undefined ? {} : { acrs }) };
}
