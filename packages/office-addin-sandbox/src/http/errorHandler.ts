import type { ErrorRequestHandler } from 'express';

/** Responds to errors as JSON: the status of a client error, otherwise 500 and a line on stderr. */
export const errorHandler: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  const status = (error as { status?: unknown } | null)?.status;
  const isClientError = typeof status === 'number' && status >= 400 && status < 500;
  if (!isClientError) console.error('Unexpected error in the sandbox:', error);
  const message = isClientError
    ? "The sandbox can't read the request."
    : 'Unexpected error in the sandbox. See its output.';
  res.status(isClientError ? status : 500).json({ error: message });
};
