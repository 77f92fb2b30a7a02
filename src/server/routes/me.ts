import type { RequestHandler } from 'express';
import type { GraphClient } from '../graph/graphClient.ts';
import { readMe } from '../graph/me.ts';
import { apiRoute } from '../http/apiRequest.ts';

/** GET /api/me */
export function me(graph: GraphClient): RequestHandler {
  return apiRoute(async ({ caller, call, res }) => {
    res.json(await readMe(graph, caller, call));
  });
}
