import type { RequestHandler } from 'express';
import { ProblemError } from '../../contract/problem.ts';
import type { Lifecycle } from './lifecycle.ts';

/** GET /healthz: the process is up. Does not check Entra ID or Graph, because a restart would not fix them. */
export const healthz: RequestHandler = (_req, res) => {
  res.json({ status: 'ok' });
};

/** GET /robots933456.txt: App Service requests it until it gets any status, to check that the container is up. */
export const warmUp: RequestHandler = (_req, res) => {
  res.status(204).end();
};

/** GET /readyz: the server accepts requests; 503 while it drains. */
export function readyz(lifecycle: Lifecycle): RequestHandler {
  return (_req, res, next) => {
    if (lifecycle.draining) {
      res.setHeader('Connection', 'close');
      next(new ProblemError('shutting_down', { retryAfter: 1 }));
      return;
    }
    res.json({ status: 'ok' });
  };
}
