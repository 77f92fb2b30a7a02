import { Router } from 'express';
import { queryParameters } from '../http/parameters.ts';
import { tenantIdOf } from '../users.ts';
import { sendErrorPage, sendPage } from './authorize/sendPage.ts';
import { escapeHtml } from './authorize/pageTemplate.ts';
import type { ProviderState } from './providerState.ts';

/**
 * Serves `GET /{tenant}/v2.0/adminconsent` ("Grant tenant-wide admin consent"), the page behind the link that the pane
 * shows for an administrator. Accept redirects to the add-in.
 */
export function adminConsent(provider: ProviderState): Router {
  const router = Router();
  router.get('/:tenant/v2.0/adminconsent', (req, res) => {
    const { client_id: clientId, redirect_uri: back = '', scope = '', state } = queryParameters(req);
    const tenant = tenantIdOf(req.params.tenant);
    const registration = provider.registrations.find(clientId);
    if (!registration || tenant === null) {
      sendErrorPage(res, provider, 'AADSTS700016', 'The application or the tenant was not found.');
      return;
    }
    if (!URL.canParse(back) || !registration.origins.includes(new URL(back).origin)) {
      sendErrorPage(res, provider, 'AADSTS50011', 'The redirect URI is not in the app registration.');
      return;
    }
    const target = new URL(back);
    const hidden = { admin_consent: 'True', tenant, scope, ...(state === undefined ? {} : { state }) };
    const scopes = scope.split(' ').filter(Boolean);
    sendPage(res, provider, {
      title: 'Consent on behalf of your organization',
      content: `<form method="get" action="${escapeHtml(target.origin + target.pathname)}">
<p>If you accept, the add-in gets these permissions for all users in your organization:</p>
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
