import { isProblem, ProblemError } from '../../../contract/problem.ts';
import type { Caller } from '../../auth/tokenValidator.ts';
import type { Call } from '../../call.ts';
import type { GraphClient } from '../../graph/graphClient.ts';

/** The pane shows 48 pixels. Other sizes exist only for users with a mailbox. */
const PATH = '/v1.0/me/photos/48x48/$value';
/** No SVG, which can contain scripts. */
const TYPES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/bmp',
]);

export interface Photo {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Returns the user's photo; null if there is none, or the user has no mailbox. */
export async function readPhoto(graph: GraphClient, caller: Caller, call: Call): Promise<Photo | null> {
  try {
    const response = await graph.request(caller, { call, path: PATH, maxBytes: 512 * 1024, name: 'photo' });
    const type = (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (response.status === 204 || response.body.length === 0) return null;
    if (!TYPES.has(type)) throw new ProblemError('graph_error', { detail: 'The photo is not an image.' });
    return { type, bytes: response.body };
  } catch (error) {
    if (isProblem(error) && error.code === 'not_found') return null;
    throw error;
  }
}
