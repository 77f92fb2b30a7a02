import { Router } from 'express';
import { queryParameters } from '../http/parameters.ts';
import { isTenantSegment, tenantIdOf } from '../users.ts';
import { aadsts } from './aadsts.ts';
import type { ProviderState } from './providerState.ts';

/** Serves the OpenID Connect metadata and the signing keys, readable from every origin. */
export function discovery({ origins, keys, registrations }: ProviderState): Router {
  const router = Router();
  router.use(
    [
      '/:tenant/v2.0/.well-known/openid-configuration',
      '/:tenant/discovery/v2.0/keys',
      '/:tenant/discovery/keys',
    ],
    (req, res, next) => {
      res.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET, OPTIONS' });
      const { tenant } = req.params as { tenant: string };
      if (req.method === 'OPTIONS') res.sendStatus(204);
      else if (isTenantSegment(tenant)) next();
      else res.status(400).json(aadsts(90002, origins.entra).body);
    },
  );
  router.get('/:tenant/v2.0/.well-known/openid-configuration', (req, res) => {
    const { tenant } = req.params;
    const base = `${origins.entra}/${tenant}`;
    const { appid } = queryParameters(req);
    res.json({
      // As in Entra ID, authorities that serve several tenants return a template.
      issuer: `${origins.entra}/${tenantIdOf(tenant) ?? '{tenantid}'}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      jwks_uri: `${base}/discovery/v2.0/keys${appid === undefined ? '' : `?appid=${encodeURIComponent(appid)}`}`,
      response_modes_supported: ['query', 'fragment', 'form_post'],
      response_types_supported: ['code'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
      code_challenge_methods_supported: ['S256'],
      claims_supported: [
        'sub',
        'iss',
        'aud',
        'exp',
        'iat',
        'nonce',
        'name',
        'oid',
        'tid',
        'preferred_username',
        'ver',
      ],
      request_uri_parameter_supported: false,
    });
  });
  router.get('/common/discovery/instance', (_req, res) => {
    const { host } = new URL(origins.entra);
    res.set('Access-Control-Allow-Origin', '*').json({
      tenant_discovery_endpoint: `${origins.entra}/common/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    });
  });
  // The first path is that of version 1.0.
  router.get(['/:tenant/discovery/keys', '/:tenant/discovery/v2.0/keys'], (req, res) => {
    res.json(keys.jwks(registrations.find(queryParameters(req)['appid']) !== undefined));
  });
  return router;
}
