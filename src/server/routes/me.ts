import type { RequestHandler } from 'express';
import type { GraphClient } from '../graph/graphClient.ts';
import { readMe } from '../graph/me.ts';
import { answerKept } from '../http/answerKept.ts';
import { apiRoute } from '../http/apiRequest.ts';

/** A pane that is closed and opened again; a new name shows within it. */
const MINUTE = 60;

/** GET /api/me */
export function me(graph: GraphClient): RequestHandler {
  return apiRoute(async ({ caller, call, res }) => {
    const body = JSON.stringify(await readMe(graph, caller, call));
    answerKept(res, caller, { type: 'application/json; charset=utf-8', body, maxAgeSeconds: MINUTE });
  });
}
