import { Router, type Response } from 'express';
import { asyncHandler } from '../http/asyncHandler.ts';
import { queryParameters } from '../http/parameters.ts';
import { HOME_TENANT_ID } from '../users.ts';
import { IDENTITY_PATH, managedIdentities, SANDBOX_IDENTITY_HEADER } from '../registration.ts';
import type { ProviderState } from './providerState.ts';

const HOURS = 3600;

/**
 * Serves the endpoint that issues tokens for the managed identities of an App Service ("REST endpoint reference" in
 * "Use managed identities for App Service"). In Azure it is plain HTTP on an address that only the app can reach.
 */
export function managedIdentityEndpoint({ origins, keys }: ProviderState): Router {
  const router = Router();
  router.get(
    IDENTITY_PATH,
    asyncHandler(async (req, res) => {
      const { 'api-version': version, resource, client_id: clientId } = queryParameters(req);
      // The header protects against server-side request forgery: only the app itself can set it.
      if (req.get('X-IDENTITY-HEADER') !== SANDBOX_IDENTITY_HEADER) {
        sendError(res, 401, 'X-IDENTITY-HEADER does not match IDENTITY_HEADER.');
        return;
      }
      if (version !== '2019-08-01') {
        sendError(res, 400, 'api-version is not supported.');
        return;
      }
      if (!resource) {
        sendError(res, 400, 'resource is missing.');
        return;
      }
      const identity = Object.values(managedIdentities).find((one) => one.clientId === clientId);
      if (!identity) {
        sendError(res, 400, 'No managed identity with this client_id is assigned to the app.');
        return;
      }
      const now = Math.floor(Date.now() / 1000);
      const exp = now + 24 * HOURS;
      const accessToken = await keys.sign({
        aud: resource,
        iss: `${origins.entra}/${HOME_TENANT_ID}/v2.0`,
        iat: now,
        nbf: now,
        exp,
        azp: identity.clientId,
        idtyp: 'app',
        oid: identity.principalId,
        sub: identity.principalId,
        tid: HOME_TENANT_ID,
        ver: '2.0',
      });
      res.set('Cache-Control', 'no-store').json({
        access_token: accessToken,
        expires_on: String(exp),
        resource,
        token_type: 'Bearer',
        client_id: identity.clientId,
      });
    }),
  );
  return router;
}

function sendError(res: Response, statusCode: number, message: string): void {
  res.status(statusCode).json({ statusCode, message });
}
