import type { X509Certificate } from 'node:crypto';
import { Router } from 'express';
import { queryParameters } from '../http/parameters.ts';
import type { User } from '../users.ts';
import type { SandboxOrigins } from '../ports.ts';
import type { SandboxState } from '../state.ts';
import { adminConsent } from './adminConsent.ts';
import { authorize } from './authorize/authorize.ts';
import { sendPage } from './authorize/sendPage.ts';
import { mintBootstrapToken, type BootstrapTokenOptions } from './bootstrapToken.ts';
import { ProviderState } from './providerState.ts';
import { discovery } from './discovery.ts';
import { createKeys, type Keys } from './keys.ts';
import { Registrations, type Registration } from './registrations.ts';
import { managedIdentityEndpoint } from './managedIdentityEndpoint.ts';
import { logout } from './logout.ts';
import { tokenEndpoint } from './token/tokenEndpoint.ts';

export interface Entra {
  /** Mount it at the root of the identity provider's origin. */
  readonly router: Router;
  readonly keys: Keys;
  readonly registrations: Registrations;
  /** Returns the token that getAccessToken returns to the add-in. */
  mintAccessToken(user: User, registration: Registration, options?: BootstrapTokenOptions): Promise<string>;
}

/**
 * Creates the identity provider: the parts of Entra ID that an add-in, its server and MSAL use.
 * @param certificates certificates of the app registrations; any other certificate is rejected
 * @param registrations default: one with a fixed client id
 */
export async function createEntra(
  state: SandboxState,
  origins: SandboxOrigins,
  certificates: readonly X509Certificate[] = [],
  registrations = new Registrations(origins),
): Promise<Entra> {
  const keys = await createKeys(origins.entra);
  const provider = new ProviderState(state, origins, keys, registrations, certificates);
  const router = Router();
  router.get('/', (_req, res) => {
    const content = `<p>To use the sandbox, open <strong>${origins.office}</strong>.</p>`;
    sendPage(res, provider, { title: 'This is the identity provider', content, automatic: null });
  });
  router.get('/error', (req, res) => {
    const code = (queryParameters(req)['code'] ?? '').replace(/\D/g, '');
    const content = '<p>For details, see Microsoft Entra authentication and authorization error codes.</p>';
    sendPage(res, provider, { title: `AADSTS${code}`, content, automatic: null });
  });
  router.use(
    discovery(provider),
    tokenEndpoint(provider),
    authorize(provider),
    logout(provider),
    adminConsent(provider),
    managedIdentityEndpoint(provider),
  );
  return {
    router,
    keys,
    registrations,
    mintAccessToken: (user, registration, options) =>
      mintBootstrapToken(keys, origins, registration, user, options),
  };
}
