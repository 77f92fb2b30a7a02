import type { RequestHandler } from 'express';
import type { GraphClient } from '../../graph/graphClient.ts';
import { readPhoto } from './photo.ts';
import { answerKept, keepFor } from '../../http/answerKept.ts';
import { apiRoute } from '../../http/apiRequest.ts';

/** About as long as the token, without which it is not shown anyway. */
const HOUR = 3_600;

/** GET /api/me/photo: image bytes, or 204 */
export function photo(graph: GraphClient): RequestHandler {
  return apiRoute(async ({ caller, call, res }) => {
    const found = await readPhoto(graph, caller, call);
    if (!found) {
      keepFor(res, HOUR);
      res.status(204).end();
      return;
    }
    res.setHeader('Content-Disposition', 'inline');
    answerKept(res, caller, { type: found.type, body: found.bytes, maxAgeSeconds: HOUR });
  });
}
