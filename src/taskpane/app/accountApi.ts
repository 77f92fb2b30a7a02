import { routes, type Me } from '../../contract/api.ts';
import type { Api } from '../api/client.ts';

export function readMe(api: Api): Promise<Me> {
  return api.get<Me>(routes.me, (body) => typeof body['id'] === 'string');
}

/** Returns null for a user without a photo. */
export function readPhoto(api: Api): Promise<Blob | null> {
  return api.request(routes.photo, async (response) => (response.status === 204 ? null : response.blob()));
}
