import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { readFilesRequest } from './fileQuery.ts';
import { readFiles } from './files.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { apiRoute } from '../../http/apiRequest.ts';

/** GET /api/files?cursor=&view=&folder=&drive=&search=&sort=&top= */
export function files(graph: GraphClient, logger: Logger): RequestHandler {
  return apiRoute(async ({ caller, call, req, res }) => {
    const asked = readFilesRequest(req.query);
    const { page, droppedItems, droppedLink } = await readFiles(graph, caller, call, asked);
    if (droppedItems > 0 || droppedLink) {
      logger.warn(
        { droppedItems, droppedLink, correlationId: call.correlationId },
        'Graph sent what cannot be shown.',
      );
    }
    res.json(page);
  });
}
