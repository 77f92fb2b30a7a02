import { Router } from 'express';
import { queryParameters } from '../http/parameters.ts';
import { tenantIdOf } from '../people.ts';
import { SANDBOX_CLIENT_ID } from '../registration.ts';
import { sendErrorPage, sendPage } from './authorize/pageAnswer.ts';
import { escapeHtml } from './authorize/pageShell.ts';
import type { Directory } from './directory.ts';

/**
 * `GET /{tenant}/v2.0/adminconsent` (Microsoft's page "Grant tenant-wide admin consent"): what an administrator sees
 * after opening the link that the pane offers. Accepting leads back to the add-in.
 */
export function adminConsent({ origins }: Directory): Router {
  const router = Router();
  router.get('/:tenant/v2.0/adminconsent', (req, res) => {
    const { client_id: clientId, redirect_uri: back = '', scope = '', state } = queryParameters(req);
    const tenant = tenantIdOf(req.params.tenant);
    if (clientId !== SANDBOX_CLIENT_ID || tenant === null) {
      sendErrorPage(res, origins, 'AADSTS700016', 'The application or the tenant is not known.');
      return;
    }
    if (!back.startsWith(`${origins.addin}/`)) {
      sendErrorPage(res, origins, 'AADSTS50011', 'The redirect URI is not one of those in the registration.');
      return;
    }
    const target = new URL(back);
    const hidden = { admin_consent: 'True', tenant, scope, ...(state === undefined ? {} : { state }) };
    const scopes = scope.split(' ').filter(Boolean);
    sendPage(res, origins, {
      title: 'Consent for the whole organization',
      content: `<form method="get" action="${escapeHtml(target.origin + target.pathname)}">
<p>Every user of the organization could then let the add-in use:</p>
<ul class="scopes">${scopes.map((name) => `<li>${escapeHtml(name)}</li>`).join('')}</ul>
${Object.entries(hidden)
  .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
  .join('')}
<div class="row"><button data-testid="accept" class="main">Accept</button></div></form>`,
      automatic: null,
    });
  });
  return router;
}
