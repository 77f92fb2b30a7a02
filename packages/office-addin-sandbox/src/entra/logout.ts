import { Router } from 'express';
import { queryParameters } from '../http/parameters.ts';
import { sendPage } from './authorize/sendPage.ts';
import { endSession } from './authorize/session.ts';
import type { ProviderState } from './providerState.ts';

/** Serves `GET /{tenant}/oauth2/v2.0/logout` (OpenID Connect RP-Initiated Logout), which ends the browser's session. */
export function logout(provider: ProviderState): Router {
  const router = Router();
  router.get('/:tenant/oauth2/v2.0/logout', (req, res) => {
    const { post_logout_redirect_uri: back, state } = queryParameters(req);
    endSession(provider, req, res);
    if (back !== undefined && provider.registrations.origins.includes(originOf(back) ?? '')) {
      const target = new URL(back);
      if (state !== undefined) target.searchParams.set('state', state);
      res.redirect(target.href);
      return;
    }
    const content = '<p>You can close this window.</p>';
    sendPage(res, provider, { title: "You're signed out", content, automatic: null });
  });
  return router;
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}
