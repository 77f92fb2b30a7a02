import { routes } from '../../../contract/api.ts';
import type { Feature } from '../../feature.ts';
import { sendCacheable, allowCaching } from '../../http/cacheableResponse.ts';
import { readMe } from './me.ts';
import { readPhoto } from './photo.ts';

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
