import { isProblem, ProblemError } from '../../../contract/problem.ts';
import type { Caller } from '../../auth/caller.ts';
import type { Call } from '../../call.ts';
import type { GraphClient } from '../../graph/graphClient.ts';

/** 48 pixels are what the pane shows; other sizes exist only for users with a mailbox. */
const PATH = '/v1.0/me/photos/48x48/$value';
/** No SVG: it can hold scripts. */
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

/** Returns the photo of the user; null when there is none, or no mailbox that could hold one. */
export async function readPhoto(graph: GraphClient, caller: Caller, call: Call): Promise<Photo | null> {
  try {
    const answer = await graph.request(caller, { call, path: PATH, maxBytes: 512 * 1024, name: 'photo' });
    const type = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (answer.status === 204 || answer.body.length === 0) return null;
    if (!TYPES.has(type)) throw new ProblemError('graph_error', { detail: 'The photo is no image.' });
    return { type, bytes: answer.body };
  } catch (error) {
    if (isProblem(error) && error.code === 'not_found') return null;
    throw error;
  }
}
