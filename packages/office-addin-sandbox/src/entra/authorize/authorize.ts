import { randomBytes } from 'node:crypto';
import express, { Router, type Request, type Response } from 'express';
import { ExpiringMap } from '../../http/expiringMap.ts';
import { formParameters, queryParameters } from '../../http/parameters.ts';
import { belongsTo, users, type UserId } from '../../users.ts';
import { isChallenge } from '../challenge.ts';
import type { ProviderState } from '../providerState.ts';
import { clientInfo } from '../tokens.ts';
import { clientOf, pollsWindow, readAuthorizeRequest, type AuthorizeRequest } from './authorizeRequest.ts';
import { sendErrorPage, sendPage } from './sendPage.ts';
import { signInPage } from './pages.ts';
import {
  cancelParameters,
  codeParameters,
  errorParameters,
  sendResponse,
  type ResponseParameters,
} from './sendResponse.ts';
import { accountInSession, addToSession, sessionAccounts } from './session.ts';
import {
  automaticAction,
  nextStep,
  proofClaims,
  submit,
  type HasConsented,
  type Outcome,
  type SignIn,
} from './steps.ts';

const PATH = '/:tenant/oauth2/v2.0/authorize';
const SIGN_IN_LIFETIME_MS = 30 * 60_000;

/** Serves the authorize endpoint and its pages. */
export function authorize(provider: ProviderState): Router {
  const { state, origins } = provider;
  const pending = new ExpiringMap<SignIn>(SIGN_IN_LIFETIME_MS);
  const hasConsented: HasConsented = (account, permissions) => provider.hasConsented(account, permissions);
  const router = Router();

  /** COOP separates the window from its opener, on pages as well as on redirects. */
  router.use(PATH, (req, res, next) => {
    res.set('Cache-Control', 'no-store');
    const request = pending.get(req.path.slice(1))?.request ?? { client: clientOf(queryParameters(req)) };
    if (state.scenario.coop && !pollsWindow(request.client)) {
      res.set('Cross-Origin-Opener-Policy', 'same-origin');
    }
    next();
  });

  router.get(PATH, (req, res) => {
    const read = readAuthorizeRequest(provider, String(req.params['tenant']), queryParameters(req));
    if (!read.request) {
      sendErrorPage(res, provider, `AADSTS${read.errorCode}`, read.detail);
      return;
    }
    const { request } = read;
    if (read.errorCode !== null) {
      log(request, 'refused', null, read.errorCode);
      const { detail } = read;
      sendResponse(
        res,
        provider,
        request,
        errorParameters(request, read.errorCode, origins.entra, { detail }),
      );
      return;
    }
    const account = usableAccount(req, request);
    if (request.prompt === 'none') answerSilently(req, res, request, account);
    else if (account !== null && needsNoPage(request, account)) {
      sendCode(req, res, startSignIn(request, account), account, 'session');
    } else {
      const answer = state.next('signIn');
      const showAccounts = answer === 'cancel' || answer === 'wrong-account' || answer === 'fail';
      const signIn = { ...startSignIn(request, showAccounts ? null : account), answer };
      respond(req, res, nextStep(signIn, hasConsented), null);
    }
  });

  router.post(`${PATH}/:signIn`, express.urlencoded({ extended: false, limit: '16kb' }), (req, res) => {
    const id = String(req.params['signIn']);
    const signIn = pending.take(id);
    if (!signIn) sendErrorPage(res, provider, 'This sign-in is over', 'Close this window and start again.');
    else respond(req, res, submit(signIn, formParameters(req)['action'] ?? '', hasConsented), signIn);
  });

  /** Returns the account to use without the account page; null if the user has to choose. */
  function usableAccount(req: Request, request: AuthorizeRequest): UserId | null {
    const account = accountInSession(sessionAccounts(provider, req), request);
    if (account === null || !belongsTo(users[account], request.tenant)) return null;
    const forcesChoice = request.prompt === 'select_account' || request.prompt === 'login';
    return forcesChoice ? null : account;
  }

  /** Returns whether the session is enough. False if the scenario requires a page. */
  function needsNoPage(request: AuthorizeRequest, account: UserId): boolean {
    const isComplete = nextStep(startSignIn(request, account), hasConsented).type === 'code';
    return isComplete && state.peek('signIn') === 'ok' && hasConsented(account, request.permissions);
  }

  /** Handles `prompt=none`: redirects with a code or with an error (OpenID Connect Core, section 3.1.2.6). */
  function answerSilently(
    req: Request,
    res: Response,
    request: AuthorizeRequest,
    account: UserId | null,
  ): void {
    const errorCode = silentError(request, account);
    if (errorCode === null && account !== null) {
      sendCode(req, res, startSignIn(request, account), account, 'silent');
      return;
    }
    log(request, 'silent', account, errorCode);
    sendResponse(res, provider, request, errorParameters(request, errorCode ?? 50058, origins.entra));
  }

  function silentError(request: AuthorizeRequest, account: UserId | null): number | null {
    if (account === null) return 50058;
    if (isChallenge(request.claims)) return 50076;
    return hasConsented(account, request.permissions) ? null : 65001;
  }

  function respond(req: Request, res: Response, outcome: Outcome, previous: SignIn | null): void {
    if (outcome.type === 'page') {
      const id = randomBytes(16).toString('base64url');
      const { signIn, page: name } = outcome;
      pending.set(id, signIn);
      const action = `${origins.entra}/${signIn.request.tenant}/oauth2/v2.0/authorize/${id}`;
      const { interactive, user } = state.scenario;
      sendPage(res, provider, {
        ...signInPage(name, signIn, action, sessionAccounts(provider, req)),
        automatic: interactive ? null : automaticAction(name, signIn.answer, user),
      });
      return;
    }
    if (outcome.type === 'code') {
      sendCode(req, res, outcome.signIn, outcome.account, 'interactive');
      return;
    }
    // Only a submitted page gets here, so there is a previous sign-in.
    const request = (previous as SignIn).request;
    log(request, 'interactive', outcome.type === 'cancel' ? null : outcome.account, outcome.type);
    sendResponse(res, provider, request, refusal(outcome.type, request));
  }

  function refusal(
    kind: 'cancel' | 'decline' | 'foreign' | 'fail',
    request: AuthorizeRequest,
  ): ResponseParameters {
    switch (kind) {
      case 'cancel':
        return cancelParameters;
      case 'decline':
        return errorParameters(request, 65004, origins.entra);
      case 'foreign':
        return errorParameters(request, 50020, origins.entra, { error: 'invalid_request' });
      case 'fail':
        return errorParameters(request, 90033, origins.entra, { error: 'server_error' });
    }
  }

  function sendCode(req: Request, res: Response, signIn: SignIn, account: UserId, flow: string): void {
    const { request } = signIn;
    const { clientId, redirectUri, scope, nonce, codeChallenge } = request;
    if (signIn.accepted) provider.consent(account, request.permissions);
    const session = addToSession(provider, req, res, account);
    const code = randomBytes(32).toString('base64url');
    provider.codes.set(code, {
      user: account,
      clientId,
      redirectUri,
      scope,
      nonce,
      codeChallenge,
      proof: proofClaims(signIn),
    });
    log(request, flow, account, 'ok');
    sendResponse(
      res,
      provider,
      request,
      codeParameters(code, clientInfo(users[account]), session.slice(0, 8)),
    );
  }

  function log(
    request: AuthorizeRequest,
    flow: string,
    user: UserId | null,
    answer: string | number | null,
  ): void {
    const claims = isChallenge(request.claims) ? request.claims : false;
    state.log.add('signIn', {
      flow,
      user,
      prompt: request.prompt ?? null,
      claims,
      scopes: request.permissions,
      answer,
    });
  }

  return router;
}

function startSignIn(request: AuthorizeRequest, account: UserId | null): SignIn {
  return { request, account, answer: 'ok', approved: false, accepted: false };
}
