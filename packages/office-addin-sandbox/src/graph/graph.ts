import { Router, type Request, type Response } from 'express';
import type { Keys } from '../entra/keys.ts';
import { asyncHandler } from '../http/asyncHandler.ts';
import { pause } from '../http/faults.ts';
import { queryParameters } from '../http/parameters.ts';
import type { Person } from '../people.ts';
import type { SandboxOrigins } from '../ports.ts';
import type { SandboxState } from '../state.ts';
import { readCaller, type Caller } from './caller.ts';
import { driveId, ROOT_ID, type DriveItem } from './driveItem.ts';
import { driveTree, type DriveTree } from './driveTree.ts';
import { graphCalls, type GraphCall } from './graphCalls.ts';
import { sendGraphError, sendUnauthorized } from './graphError.ts';
import { graphFault, nameOfFault } from './graphFault.ts';
import { pageOf, type Page } from './page.ts';
import { PHOTO_SIZES, portrait } from './photo.ts';
import { profile, selected } from './profile.ts';
import { resourceOf } from './resource.ts';
import { sharedWithMe } from './sharedWithMe.ts';

/** The text is an OData string: a single quote in it has to be doubled, or Graph refuses the address. */
const SEARCH = /^\/v1\.0\/me\/drive\/root\/search\(q='((?:[^'/]|'')*)'\)$/;

/** A host that answers nothing: links of Graph can name another region. */
const OTHER_HOST = 'https://graph-region.example';

/** One resource. Returns the answer for the log. */
type Resource = (req: Request, res: Response, caller: Caller) => string | number | Promise<string | number>;

/**
 * Returns Microsoft Graph, to be mounted at the root of its origin: profile, photo and drive of v1.0.
 * @param calls answered before the sandbox's own
 */
export function createGraph(
  state: SandboxState,
  origins: SandboxOrigins,
  keys: Keys,
  calls: readonly GraphCall[] = [],
): Router {
  const router = Router();
  /** Ids of tokens that were refused once: a refused token does not become good again. */
  const revoked = new Set<string>();
  state.onChange(() => revoked.clear());

  /** @param permission what the token has to hold; others of its family will do, too. */
  function serve(permission: RegExp, resource: Resource) {
    return asyncHandler(async (req, res) => {
      const { log, scenario } = state;
      const path = req.originalUrl.split('?')[0];
      const caller = await readCaller(req, keys);
      if (!(await pause(res, scenario.latencyMs))) return;
      if (typeof caller === 'string' || revoked.has(caller.tokenId)) {
        log.add('graph', { user: typeof caller === 'string' ? null : caller.person.id, path, answer: 401 });
        sendUnauthorized(res, typeof caller === 'string' ? caller : 'The token was revoked.');
        return;
      }
      const scripted = state.nextGraph(resourceOf(scenario.graphResources, req.originalUrl));
      if (scripted === 401) revoked.add(caller.tokenId);
      const note = (answer: string | number): void =>
        log.add('graph', { user: caller.person.id, path, answer });
      if (graphFault(scripted, caller.provedMore, res)) {
        note(nameOfFault(scripted, caller.provedMore));
      } else if (!caller.permissions.some((name) => permission.test(name))) {
        note(403);
        sendGraphError(res, 403, 'accessDenied', 'Insufficient privileges to complete the operation.');
      } else note(await resource(req, res, caller));
    });
  }

  router.get(
    '/v1.0/me',
    serve(/^User\.Read/, (req, res, { person }) => {
      const body = profile(person, state.scenario.profile, queryParameters(req)['$select']);
      res.json({ '@odata.context': `${origins.graph}/v1.0/$metadata#users/$entity`, ...body });
      return 'ok';
    }),
  );

  const photo = serve(/^User\.Read/, (req, res, { person }) => {
    const asked = req.params['size'];
    const size = asked === undefined ? 240 : Number(/^(\d+)x\1$/.exec(String(asked))?.[1]);
    if (!person.hasPhoto || !PHOTO_SIZES.includes(size)) {
      sendGraphError(res, 404, 'ImageNotFound', 'The photo was not found.');
      return 404;
    }
    res.type('png').send(portrait(size));
    return 'ok';
  });
  router.get('/v1.0/me/photo/$value', photo);
  router.get('/v1.0/me/photos/:size/$value', photo);

  /** A list of the person's drive, paged. @param list null: there is no such folder */
  function listOf(list: (tree: DriveTree, req: Request) => readonly DriveItem[] | null) {
    return serve(/^(Files|Sites)\.Read/, (req, res, { person }) => {
      if (person.guest) return refuseGuest(res);
      const tree = driveTree(person, state.scenario);
      if (!tree) {
        // Graph's words for a user whose OneDrive has never been made; programs know it by them.
        sendGraphError(res, 404, 'ResourceNotFound', "User's mysite not found.");
        return 404;
      }
      const items = list(tree, req);
      if (!items) {
        sendGraphError(res, 404, 'itemNotFound', 'The resource could not be found.');
        return 404;
      }
      const query = queryParameters(req);
      const page = pageOf(items, query, state.scenario.drive);
      if (!page) {
        sendGraphError(res, 400, 'invalidRequest', 'A query option is not valid.');
        return 400;
      }
      const select = query['$select'];
      res.json({
        '@odata.context': `${origins.graph}/v1.0/$metadata#users('${person.oid}')/drive/root/children`,
        ...(page.next === null ? {} : { '@odata.nextLink': nextLink(req, page.next, person) }),
        value: select === undefined ? page.items : page.items.map((item) => selected(item, select)),
      });
      return 'ok';
    });
  }

  router.get(
    '/v1.0/me/drive/root/children',
    listOf((tree) => tree.children(ROOT_ID)),
  );
  router.get(
    '/v1.0/me/drive/items/:id/children',
    listOf((tree, req) => tree.children(String(req.params['id']))),
  );
  router.get(
    '/v1.0/drives/:drive/items/:id/children',
    listOf((tree, req) => tree.children(String(req.params['id']), String(req.params['drive']))),
  );
  router.get(
    SEARCH,
    listOf(({ all }, req) => {
      const words = String(req.params[0] ?? '').replaceAll("''", "'");
      const wanted = words.toLowerCase().split(/\s+/);
      return all.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
    }),
  );
  router.get(
    '/v1.0/me/drive/sharedWithMe',
    serve(/^(Files|Sites)\.Read/, (req, res, { person }) => {
      if (person.guest) return refuseGuest(res);
      res.json({
        '@odata.context': `${origins.graph}/v1.0/$metadata#Collection(driveItem)`,
        value: sharedWithMe(person, queryParameters(req)),
      });
      return 'ok';
    }),
  );

  router.use(
    serve(/./, (_req, res) => {
      sendGraphError(res, 404, 'UnknownError', 'This sandbox does not know the resource.');
      return 404;
    }),
  );

  /** Absolute, with all options of the request, as Graph pages, or as the scenario wants it. */
  function nextLink(req: Request, [name, value]: NonNullable<Page['next']>, person: Person): string {
    const { nextLink: form } = state.scenario.drive;
    const url = new URL(req.originalUrl, form === 'other-host' ? OTHER_HOST : origins.graph);
    if (form === 'other-path') url.pathname = `/v1.0/drives/${driveId(person)}/items/X%21101/children`;
    for (const known of [...url.searchParams.keys()]) {
      if (/^\$skip(token)?$/i.test(known)) url.searchParams.delete(known);
    }
    url.searchParams.set(name, value);
    const link = url.href.replaceAll('%2C', ',');
    return form === 'encoded' ? link : link.replaceAll('%24', '$');
  }

  return Router().use(graphCalls(calls, state, serve), router);
}

/** SharePoint's answer to a guest who has no role in it: 401 for a token that is good. */
function refuseGuest(res: Response): number {
  sendGraphError(res, 401, 'unauthenticated', 'Role Claim does not exist');
  return 401;
}
