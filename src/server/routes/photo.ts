import type { RequestHandler } from 'express';
import type { GraphClient } from '../graph/graphClient.ts';
import { readPhoto } from '../graph/photo.ts';
import { apiRoute } from '../http/apiRequest.ts';

/** GET /api/me/photo: image bytes, or 204 */
export function photo(graph: GraphClient): RequestHandler {
  return apiRoute(async ({ caller, call, res }) => {
    const found = await readPhoto(graph, caller, call);
    // Kept by the browser for a while, but never shown to the next person who signs in there.
    res.setHeader('Cache-Control', 'private, max-age=300');
    res.setHeader('Vary', 'Authorization');
    if (!found) {
      res.status(204).end();
      return;
    }
    res.setHeader('Content-Type', found.type);
    res.setHeader('Content-Disposition', 'inline');
    res.end(found.bytes);
  });
}
