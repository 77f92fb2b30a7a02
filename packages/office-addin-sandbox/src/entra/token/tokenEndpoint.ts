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

/** Names a `resource` instead of scopes, and sends numbers as text. */
const VERSION_1 = '/:tenant/oauth2/token';

/** Serves `POST /{tenant}/oauth2/v2.0/token`, and `/oauth2/token` of version 1.0, for the add-in's server and, with CORS, for its pages. */
export function tokenEndpoint(provider: ProviderState): Router {
  const router = Router();
  const path = ['/:tenant/oauth2/v2.0/token', VERSION_1];
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
      if (isVersion1(req)) adaptToVersion1(res, form['resource']);
      try {
        await handleGrant(provider, req, isVersion1(req) ? withScope(form) : form, res);
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

function isVersion1(req: Request): boolean {
  return !req.path.includes('/v2.0/');
}

/** Adds the scope that stands for all permissions to the resource. */
function withScope(form: TextParameters): TextParameters {
  const { resource, scope } = form;
  if (!resource) return form;
  const all = `${resource.replace(/\/$/u, '')}/.default`;
  return {
    ...form,
    scope: scope === undefined || scope === 'openid' ? [scope, all].join(' ').trim() : scope,
  };
}

/** Adds the members of version 1.0 to a token response. */
function adaptToVersion1(res: Response, resource = ''): void {
  const send = res.json.bind(res);
  res.json = (body: Readonly<Record<string, unknown>>) => {
    const { expires_in: lifetime } = body;
    if (typeof lifetime !== 'number') return send(body);
    const now = Math.floor(Date.now() / 1000);
    return send({
      ...body,
      expires_in: String(lifetime),
      ext_expires_in: String(lifetime),
      expires_on: String(now + lifetime),
      not_before: String(now),
      resource,
    });
  };
}
