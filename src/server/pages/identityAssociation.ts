import type { RequestHandler } from 'express';
import { ProblemError } from '../../contract/problem.ts';

export const IDENTITY_ASSOCIATION_PATH = '/.well-known/microsoft-identity-association.json';

/**
 * GET /.well-known/microsoft-identity-association.json: lists the app registrations that may use this host as their
 * publisher domain (Microsoft's page "Configure an app's publisher domain"). Entra ID rejects a Content-Type with a charset.
 * @param applications ids; empty: 404
 */
export function identityAssociation(applications: readonly string[]): RequestHandler {
  const body = JSON.stringify({
    associatedApplications: applications.map((applicationId) => ({ applicationId })),
  });
  return (_req, res, next) => {
    if (applications.length === 0) {
      next(new ProblemError('not_found', { detail: 'ASSOCIATED_APPLICATIONS is set to none.' }));
      return;
    }
    res.setHeader('Content-Type', 'application/json');
    res.setHeader('Content-Length', Buffer.byteLength(body));
    res.end(body);
  };
}
