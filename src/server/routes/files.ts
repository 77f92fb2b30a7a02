import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { ProblemError } from '../../contract/problem.ts';
import { readFiles } from '../graph/files.ts';
import type { GraphClient } from '../graph/graphClient.ts';
import { apiRoute } from '../http/apiRequest.ts';

/** GET /api/files?cursor= */
export function files(graph: GraphClient, graphEndpoint: string, logger: Logger): RequestHandler {
  return apiRoute(async ({ caller, call, req, res }) => {
    const { page, droppedItems, droppedLink } = await readFiles(
      graph,
      graphEndpoint,
      caller,
      call,
      cursorOf(req.query.cursor),
    );
    if (droppedItems > 0 || droppedLink) {
      logger.warn(
        { droppedItems, droppedLink, correlationId: call.correlationId },
        'Graph sent what cannot be shown.',
      );
    }
    res.json(page);
  });
}

function cursorOf(value: unknown): string | null {
  if (value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  throw new ProblemError('request_invalid', { detail: 'There is more than one cursor.' });
}
