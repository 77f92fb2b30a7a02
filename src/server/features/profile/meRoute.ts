import type { RequestHandler } from 'express';
import type { GraphClient } from '../../graph/graphClient.ts';
import { readMe } from './me.ts';
import { keepFor } from '../../http/answerKept.ts';
import { apiRoute } from '../../http/apiRequest.ts';

/** A pane that is closed and opened again; a new name shows within it. */
const MINUTE = 60;

/** GET /api/me */
export function me(graph: GraphClient): RequestHandler {
  return apiRoute(async ({ caller, call, res }) => {
    const profile = await readMe(graph, caller, call);
    keepFor(res, MINUTE);
    res.json(profile);
  });
}
