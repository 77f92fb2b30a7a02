import { Router, type Response } from 'express';
import { asyncHandler } from '../http/asyncHandler.ts';
import { queryParameters } from '../http/parameters.ts';
import { HOME_TENANT_ID } from '../people.ts';
import { IDENTITY_PATH, managedIdentities, SANDBOX_IDENTITY_HEADER } from '../registration.ts';
import type { Directory } from './directory.ts';

const HOURS = 3600;

/**
 * The endpoint at which an App Service gets tokens of its managed identities ("REST endpoint reference" in Microsoft's
 * "Use managed identities for App Service"). There it is plain HTTP on an address that only the app can reach.
 */
export function identityEndpoint({ origins, keys }: Directory): Router {
  const router = Router();
  router.get(
    IDENTITY_PATH,
    asyncHandler(async (req, res) => {
      const { 'api-version': version, resource, client_id: clientId } = queryParameters(req);
      // It proves that the request comes from the app itself, and not from somebody who makes the app ask.
      if (req.get('X-IDENTITY-HEADER') !== SANDBOX_IDENTITY_HEADER) {
        refuse(res, 401, 'X-IDENTITY-HEADER is not the value of IDENTITY_HEADER.');
        return;
      }
      if (version !== '2019-08-01') {
        refuse(res, 400, 'api-version is not supported.');
        return;
      }
      if (!resource) {
        refuse(res, 400, 'resource is missing.');
        return;
      }
      const identity = Object.values(managedIdentities).find((one) => one.clientId === clientId);
      if (!identity) {
        refuse(res, 400, 'No managed identity with this client_id is assigned.');
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

function refuse(res: Response, statusCode: number, message: string): void {
  res.status(statusCode).json({ statusCode, message });
}
