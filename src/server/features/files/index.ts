import { routes } from '../../../contract/api.ts';
import type { Feature } from '../../feature.ts';
import { readFilesRequest } from './fileQuery.ts';
import { readFiles } from './readFiles.ts';

/** GET /api/files?cursor=&view=&folder=&drive=&search=&sort=&top= */
export const files: Feature = {
  routes(api, { graph, logger }) {
    api.get(routes.files, async ({ caller, call, req, res }) => {
      const request = readFilesRequest(req.query);
      const { page, droppedItems, droppedLink } = await readFiles(graph, caller, call, request);
      if (droppedItems > 0 || droppedLink) {
        logger.warn(
          { droppedItems, droppedLink, correlationId: call.correlationId },
          'Graph returned items or links in an unexpected format; the list leaves them out.',
        );
      }
      res.json(page);
    });
  },
};
