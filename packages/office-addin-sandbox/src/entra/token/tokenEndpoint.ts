import express, { Router, type Request, type Response } from 'express';
import { asyncHandler } from '../../http/asyncHandler.ts';
import { formParameters, queryParameters, type TextParameters } from '../../http/parameters.ts';
import { isTenantSegment } from '../../users.ts';
import { aadsts } from '../aadsts.ts';
import type { ProviderState } from '../providerState.ts';
import { TokenError } from '../tokenError.ts';
import { redeemCode, redeemRefreshToken } from './authorizationCode.ts';
import { registrationOf } from './clientAuthentication.ts';
import { exchangeOnBehalfOf } from './onBehalfOf.ts';

/** Serves `POST /{tenant}/oauth2/v2.0/token` for the add-in's server and, with CORS, for its pages. */
export function tokenEndpoint(provider: ProviderState): Router {
  const router = Router();
  const path = '/:tenant/oauth2/v2.0/token';
  router.options(path, (req, res) => {
    allowAddin(provider, req, res);
    res
      .set({
        'Access-Control-Allow-Methods': 'POST, OPTIONS',
        'Access-Control-Allow-Headers': req.get('Access-Control-Request-Headers') ?? 'Content-Type',
        'Access-Control-Max-Age': '600',
      })
      .sendStatus(204);
  });
  const readForm = express.urlencoded({ extended: false, limit: '64kb' });
  router.post(
    path,
    readForm,
    asyncHandler(async (req, res) => {
      allowAddin(provider, req, res);
      res.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' });
      const form = formParameters(req);
      try {
        await handleGrant(provider, req, form, res);
      } catch (error) {
        if (!(error instanceof TokenError)) throw error;
        const correlationId = queryParameters(req)['client-request-id'] ?? form['client-request-id'];
        const { status, body } = aadsts(error.code, provider.origins.entra, {
          ...error.overrides,
          correlationId,
        });
        res.status(status).json(body);
      }
    }),
  );
  return router;
}

async function handleGrant(
  provider: ProviderState,
  req: Request,
  form: TextParameters,
  res: Response,
): Promise<void> {
  const tenant = String(req.params['tenant']);
  if (!isTenantSegment(tenant)) throw new TokenError(90002);
  const registration = registrationOf(form, provider);
  const origin = req.get('Origin');
  switch (form['grant_type']) {
    case 'authorization_code':
      res.json(await redeemCode(provider, registration, form, origin));
      return;
    case 'refresh_token':
      res.json(await redeemRefreshToken(provider, registration, form, origin));
      return;
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      await exchangeOnBehalfOf(provider, registration, tenant, form, res);
      return;
    case undefined:
      throw new TokenError(900144, { detail: "Parameter: 'grant_type'." });
    default:
      throw new TokenError(70003);
  }
}

/** As in Entra ID, only registered single-page applications can read the response. */
function allowAddin(provider: ProviderState, req: Request, res: Response): void {
  res.vary('Origin');
  const origin = req.get('Origin') ?? '';
  if (provider.registrations.origins.includes(origin)) res.set('Access-Control-Allow-Origin', origin);
}
