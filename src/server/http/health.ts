import type { RequestHandler } from 'express';
import { ProblemError } from '../../contract/problem.ts';
import type { Lifecycle } from './lifecycle.ts';

/** GET /healthz: the process is up. Says nothing about Entra ID or Graph: a restart would not mend them. */
export const healthz: RequestHandler = (_req, res) => {
  res.json({ status: 'ok' });
};

/** GET /robots933456.txt: what App Service asks until any status comes, to see whether the container is up. */
export const warmUp: RequestHandler = (_req, res) => {
  res.status(204).end();
};

/** GET /readyz: ready to serve. */
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
