import type { X509Certificate } from 'node:crypto';
import { Router } from 'express';
import { queryParameters } from '../http/parameters.ts';
import type { Person } from '../people.ts';
import type { SandboxOrigins } from '../ports.ts';
import type { SandboxState } from '../state.ts';
import { adminConsent } from './adminConsent.ts';
import { authorize } from './authorize/authorize.ts';
import { sendPage } from './authorize/pageAnswer.ts';
import { mintBootstrapToken, type BootstrapTokenOptions } from './bootstrapToken.ts';
import { Directory } from './directory.ts';
import { discovery } from './discovery.ts';
import { createKeys, type Keys } from './keys.ts';
import { identityEndpoint } from './identityEndpoint.ts';
import { logout } from './logout.ts';
import { tokenEndpoint } from './token/tokenEndpoint.ts';

export interface Entra {
  /** To be mounted at the root of the identity provider's origin. */
  readonly router: Router;
  readonly keys: Keys;
  /** The token that Office gives for the add-in. */
  mintAccessToken(person: Person, options?: BootstrapTokenOptions): Promise<string>;
}

/**
 * The identity provider: as much of Entra ID as an add-in, its server and MSAL ask for.
 * @param certificates those of the app registration; others are refused.
 */
export async function createEntra(
  state: SandboxState,
  origins: SandboxOrigins,
  certificates: readonly X509Certificate[] = [],
): Promise<Entra> {
  const keys = await createKeys(origins.entra);
  const directory = new Directory(state, origins, keys, certificates);
  const router = Router();
  router.get('/', (_req, res) => {
    const content = `<p>The sandbox itself is at <strong>${origins.office}</strong>.</p>`;
    sendPage(res, origins, { title: 'Nothing to see here', content, automatic: null });
  });
  router.get('/error', (req, res) => {
    const code = (queryParameters(req)['code'] ?? '').replace(/\D/g, '');
    const content = '<p>Look this number up in the list of Microsoft Entra authentication error codes.</p>';
    sendPage(res, origins, { title: `AADSTS${code}`, content, automatic: null });
  });
  router.use(
    discovery(directory),
    tokenEndpoint(directory),
    authorize(directory),
    logout(directory),
    adminConsent(directory),
    identityEndpoint(directory),
  );
  return {
    router,
    keys,
    mintAccessToken: (person, options) => mintBootstrapToken(keys, origins, person, options),
  };
}
