import { randomBytes } from 'node:crypto';
import express, { Router, type Request, type Response } from 'express';
import { ExpiringMap } from '../../http/expiringMap.ts';
import { formParameters, queryParameters } from '../../http/parameters.ts';
import { belongsTo, people, type PersonId } from '../../people.ts';
import { isChallenge } from '../challenge.ts';
import type { Directory } from '../directory.ts';
import { clientInfo } from '../tokens.ts';
import { readAuthorizeRequest, type AuthorizeRequest } from './authorizeRequest.ts';
import { sendErrorPage, sendPage } from './pageAnswer.ts';
import { signInPage } from './pages.ts';
import { cancelUrl, codeUrl, errorUrl } from './redirectAnswer.ts';
import { accountInSession, remember, signedIn } from './session.ts';
import {
  automaticAction,
  click,
  proceed,
  provenBy,
  type HasConsented,
  type Outcome,
  type SignIn,
} from './steps.ts';

const PATH = '/:tenant/oauth2/v2.0/authorize';
const HALF_AN_HOUR = 30 * 60_000;

/** The authorize endpoint and its pages. */
export function authorize(directory: Directory): Router {
  const { state, origins } = directory;
  const pending = new ExpiringMap<SignIn>(HALF_AN_HOUR);
  const hasConsented: HasConsented = (account, permissions) => directory.hasConsented(account, permissions);
  const router = Router();

  /** The provider cuts its window off from the one that opened it, on pages and on redirects alike. */
  router.use(PATH, (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    if (state.scenario.coop) res.set('Cross-Origin-Opener-Policy', 'same-origin');
    next();
  });

  router.get(PATH, (req, res) => {
    const read = readAuthorizeRequest(directory, String(req.params['tenant']), queryParameters(req));
    if (!read.request) {
      sendErrorPage(res, origins, `AADSTS${read.wrong}`, read.detail);
      return;
    }
    const { request } = read;
    if (read.wrong !== null) {
      log(request, 'refused', null, read.wrong);
      res.redirect(errorUrl(request, read.wrong, origins.entra, { detail: read.detail }));
      return;
    }
    const account = usableAccount(req, request);
    if (request.prompt === 'none') answerSilently(req, res, request, account);
    else if (account !== null && nothingToAsk(request, account)) {
      sendCode(req, res, start(request, account), account, 'session');
    } else {
      const answer = state.next('signIn');
      const anew = answer === 'cancel' || answer === 'wrong-account' || answer === 'fail';
      show(req, res, proceed({ ...start(request, anew ? null : account), answer }, hasConsented), null);
    }
  });

  router.post(`${PATH}/:signIn`, express.urlencoded({ extended: false, limit: '16kb' }), (req, res) => {
    const id = String(req.params['signIn']);
    const signIn = pending.take(id);
    if (!signIn) sendErrorPage(res, origins, 'This sign-in has ended', 'Close this window and start again.');
    else show(req, res, click(signIn, formParameters(req)['action'] ?? '', hasConsented), signIn);
  });

  /** The account that needs no page to be known; null where the user has to be asked. */
  function usableAccount(req: Request, request: AuthorizeRequest): PersonId | null {
    const account = accountInSession(signedIn(directory, req), request);
    if (account === null || !belongsTo(people[account], request.tenant)) return null;
    const asksAgain = request.prompt === 'select_account' || request.prompt === 'login';
    return asksAgain ? null : account;
  }

  /** The browser's session suffices; not where the scenario wants to see a page. */
  function nothingToAsk(request: AuthorizeRequest, account: PersonId): boolean {
    const ends = proceed(start(request, account), hasConsented).go === 'code';
    return ends && state.peek('signIn') === 'ok' && hasConsented(account, request.permissions);
  }

  /** `prompt=none`: a code, or the reason why the user is needed (OpenID Connect Core, section 3.1.2.6). */
  function answerSilently(
    req: Request,
    res: Response,
    request: AuthorizeRequest,
    account: PersonId | null,
  ): void {
    const problem = silentProblem(request, account);
    if (problem === null && account !== null) {
      sendCode(req, res, start(request, account), account, 'silent');
      return;
    }
    log(request, 'silent', account, problem);
    res.redirect(errorUrl(request, problem ?? 50058, origins.entra));
  }

  function silentProblem(request: AuthorizeRequest, account: PersonId | null): number | null {
    if (account === null) return 50058;
    if (isChallenge(request.claims)) return 50076;
    return hasConsented(account, request.permissions) ? null : 65001;
  }

  function show(req: Request, res: Response, outcome: Outcome, before: SignIn | null): void {
    if (outcome.go === 'page') {
      const id = randomBytes(16).toString('base64url');
      const { signIn, page: name } = outcome;
      pending.set(id, signIn);
      const action = `${origins.entra}/${signIn.request.tenant}/oauth2/v2.0/authorize/${id}`;
      const { interactive, user } = state.scenario;
      sendPage(res, origins, {
        ...signInPage(name, signIn, action, signedIn(directory, req)),
        automatic: interactive ? null : automaticAction(name, signIn.answer, user),
      });
      return;
    }
    if (outcome.go === 'code') {
      sendCode(req, res, outcome.signIn, outcome.account, 'interactive');
      return;
    }
    // Only a click on a page leads here, so there was one before.
    const request = (before as SignIn).request;
    log(request, 'interactive', outcome.go === 'cancel' ? null : outcome.account, outcome.go);
    res.redirect(refusalUrl(outcome.go, request));
  }

  function refusalUrl(kind: 'cancel' | 'decline' | 'foreign' | 'fail', request: AuthorizeRequest): string {
    switch (kind) {
      case 'cancel':
        return cancelUrl(request);
      case 'decline':
        return errorUrl(request, 65004, origins.entra);
      case 'foreign':
        return errorUrl(request, 50020, origins.entra, { error: 'invalid_request' });
      case 'fail':
        return errorUrl(request, 90033, origins.entra, { error: 'server_error' });
    }
  }

  function sendCode(req: Request, res: Response, signIn: SignIn, account: PersonId, flow: string): void {
    const { request } = signIn;
    const { redirectUri, scope, nonce, codeChallenge } = request;
    if (signIn.accepted) directory.consent(account, request.permissions);
    const session = remember(directory, req, res, account);
    const code = randomBytes(32).toString('base64url');
    directory.codes.set(code, {
      user: account,
      redirectUri,
      scope,
      nonce,
      codeChallenge,
      met: provenBy(signIn),
    });
    log(request, flow, account, 'ok');
    res.redirect(codeUrl(request, code, clientInfo(people[account]), session.slice(0, 8)));
  }

  function log(
    request: AuthorizeRequest,
    flow: string,
    user: PersonId | null,
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

function start(request: AuthorizeRequest, account: PersonId | null): SignIn {
  return { request, account, answer: 'ok', approved: false, accepted: false };
}
