import { z } from 'zod';
import { routes, type Me } from '../../../contract/api.ts';
import { ProblemError, isProblem } from '../../../contract/problem.ts';
import type { Caller } from '../../auth/tokenValidator.ts';
import type { Call } from '../../call.ts';
import type { Feature } from '../../feature.ts';
import { sanitizeText, type GraphClient } from '../../graph/graphClient.ts';
import { sendCacheable, allowCaching } from '../../http/caching.ts';

/** Seconds. Covers a pane that is closed and reopened. */
const PROFILE_MAX_AGE = 60;
/** Seconds. About the lifetime of the token, which is needed to show the photo anyway. */
const PHOTO_MAX_AGE = 3_600;

/** GET /api/me and GET /api/me/photo (image bytes, or 204) */
export const profile: Feature = {
  routes(api, { graph }) {
    api.get(routes.me, async ({ caller, call, res }) => {
      const me = await readMe(graph, caller, call);
      allowCaching(res, PROFILE_MAX_AGE);
      res.json(me);
    });
    api.get(routes.photo, async ({ caller, call, res }) => {
      const photo = await readPhoto(graph, caller, call);
      if (!photo) {
        allowCaching(res, PHOTO_MAX_AGE);
        res.status(204).end();
        return;
      }
      res.setHeader('Content-Disposition', 'inline');
      sendCacheable(res, caller, { type: photo.type, body: photo.bytes, maxAgeSeconds: PHOTO_MAX_AGE });
    });
  },
};

const PROFILE_PATH = '/v1.0/me?$select=id,displayName,mail,userPrincipalName,jobTitle';
const profileSchema = z.looseObject({
  displayName: z.unknown().optional(),
  mail: z.unknown().optional(),
  userPrincipalName: z.unknown().optional(),
  jobTitle: z.unknown().optional(),
});

/** Returns the signed-in user: the identity from the validated token, the rest from Graph. */
async function readMe(graph: GraphClient, caller: Caller, call: Call): Promise<Me> {
  const response = await graph.request(caller, {
    call,
    path: PROFILE_PATH,
    maxBytes: 64 * 1024,
    name: 'profile',
  });
  return toMe(response.json(), caller);
}

/** @throws ProblemError graph_error if the body is not an object */
function toMe(body: unknown, { oid, tid }: Pick<Caller, 'oid' | 'tid'>): Me {
  const read = profileSchema.safeParse(body);
  if (!read.success) throw new ProblemError('graph_error', { detail: "Graph's response is not a profile." });
  const mail = sanitizeText(read.data.mail) ?? sanitizeText(read.data.userPrincipalName);
  return {
    id: oid,
    tenantId: tid,
    displayName: sanitizeText(read.data.displayName) ?? mail ?? '',
    mail,
    jobTitle: sanitizeText(read.data.jobTitle),
  };
}

/** The pane shows 48 pixels. Other sizes exist only for users with a mailbox. */
const PHOTO_PATH = '/v1.0/me/photos/48x48/$value';
/** No SVG, which can contain scripts. */
const PHOTO_TYPES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/bmp',
]);

interface Photo {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Returns the user's photo; null if there is none, or the user has no mailbox. */
async function readPhoto(graph: GraphClient, caller: Caller, call: Call): Promise<Photo | null> {
  try {
    const response = await graph.request(caller, {
      call,
      path: PHOTO_PATH,
      maxBytes: 512 * 1024,
      name: 'photo',
    });
    const type = (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (response.status === 204 || response.body.length === 0) return null;
    if (!PHOTO_TYPES.has(type))
      throw new ProblemError('graph_error', { detail: 'The photo is not an image.' });
    return { type, bytes: response.body };
  } catch (error) {
    if (isProblem(error) && error.code === 'not_found') return null;
    throw error;
  }
}
