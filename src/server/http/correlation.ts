import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { CORRELATION_HEADER } from '../../contract/api.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Assigns each request a correlation id. An id from the client is used only if it is a UUID, because it goes into logs and
 * into headers of requests to other services.
 */
export const correlation: RequestHandler = (req, res, next) => {
  const given = req.headers[CORRELATION_HEADER];
  const id = typeof given === 'string' && UUID.test(given) ? given.toLowerCase() : randomUUID();
  res.locals.correlationId = id;
  res.setHeader(CORRELATION_HEADER, id);
  next();
};

export function correlationOf(res: Response): string {
  return res.locals.correlationId as string;
}
