import type { RequestHandler } from 'express';
import { ProblemError } from '../../contract/problem.ts';

export const IDENTITY_ASSOCIATION_PATH = '/.well-known/microsoft-identity-association.json';

/**
 * GET /.well-known/microsoft-identity-association.json: what Entra ID reads before an app registration may name this host as its
 * publisher domain (Microsoft: "Configure an app's publisher domain"). It refuses a Content-Type with a character set.
 * @param applications ids; empty: 404
 */
export function identityAssociation(applications: readonly string[]): RequestHandler {
  const body = JSON.stringify({
    associatedApplications: applications.map((applicationId) => ({ applicationId })),
  });
  return (_req, res, next) => {
    if (applications.length === 0) {
      next(new ProblemError('not_found', { detail: 'ASSOCIATED_APPLICATIONS is none.' }));
      return;
    }
    res.setHeader('Content-Type', 'application/json');
    res.setHeader('Content-Length', Buffer.byteLength(body));
    res.end(body);
  };
}
