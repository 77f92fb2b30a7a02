import { randomUUID } from 'node:crypto';
import type { Response } from 'express';

/** Sends an error in the format of Graph ("Microsoft Graph error responses and resource types"). */
export function sendGraphError(
  res: Response,
  status: number,
  code: string,
  message: string,
  innerCode?: string,
): void {
  const requestId = randomUUID();
  const innerError = {
    ...(innerCode === undefined ? {} : { code: innerCode }),
    date: new Date().toISOString().slice(0, 19),
    'request-id': requestId,
    'client-request-id': requestId,
  };
  res.status(status).set('request-id', requestId).json({ error: { code, message, innerError } });
}

/** Sends 401. @param challenge further parameters of WWW-Authenticate */
export function sendUnauthorized(res: Response, message: string, challenge = ''): void {
  res.set('WWW-Authenticate', `Bearer realm=""${challenge}`);
  sendGraphError(res, 401, 'InvalidAuthenticationToken', message);
}
