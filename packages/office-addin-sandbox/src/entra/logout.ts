import { Router } from 'express';
import { queryParameters } from '../http/parameters.ts';
import { sendPage } from './authorize/pageAnswer.ts';
import { forget } from './authorize/session.ts';
import type { Directory } from './directory.ts';

/** `GET /{tenant}/oauth2/v2.0/logout` (OpenID Connect RP-Initiated Logout): ends the browser's session. */
export function logout(directory: Directory): Router {
  const router = Router();
  router.get('/:tenant/oauth2/v2.0/logout', (req, res) => {
    const { post_logout_redirect_uri: back, state } = queryParameters(req);
    forget(directory, req, res);
    if (back !== undefined && originOf(back) === directory.origins.addin) {
      const target = new URL(back);
      if (state !== undefined) target.searchParams.set('state', state);
      res.redirect(target.href);
      return;
    }
    const content = '<p>You can close this window.</p>';
    sendPage(res, directory.origins, { title: 'You are signed out', content, automatic: null });
  });
  return router;
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}
