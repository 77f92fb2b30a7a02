import type { RequestHandler } from 'express';

/** Lets pages of every origin call Graph and read its responses, as Graph does. */
export const graphCors: RequestHandler = (req, res, next) => {
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers':
      'ETag, Location, Retry-After, WWW-Authenticate, request-id, client-request-id',
  });
  const isPreflight = req.method === 'OPTIONS' && req.get('Access-Control-Request-Method') !== undefined;
  if (!isPreflight) {
    next();
    return;
  }
  res
    .set({
      'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
      'Access-Control-Allow-Headers': req.get('Access-Control-Request-Headers') ?? '*',
      'Access-Control-Max-Age': '600',
    })
    .sendStatus(204);
};
