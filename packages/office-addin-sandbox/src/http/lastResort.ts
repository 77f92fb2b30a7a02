import type { ErrorRequestHandler } from 'express';

/** The last handler of each origin: a request that nobody can read gets a short answer, and the server goes on. */
export const lastResort: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  const status = (error as { status?: unknown } | null)?.status;
  const known = typeof status === 'number' && status >= 400 && status < 500;
  if (!known) console.error('The sandbox met an error of its own:', error);
  const sentence = known
    ? 'The request could not be read.'
    : 'The sandbox met an error of its own; see its output.';
  res.status(known ? status : 500).json({ error: sentence });
};
