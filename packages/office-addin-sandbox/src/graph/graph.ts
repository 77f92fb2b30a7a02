import { Router, type Request, type Response } from 'express';
import type { Keys } from '../entra/keys.ts';
import { asyncHandler } from '../http/asyncHandler.ts';
import { pause } from '../http/faults.ts';
import { queryParameters } from '../http/parameters.ts';
import type { User } from '../users.ts';
import type { SandboxOrigins } from '../ports.ts';
import type { SandboxState } from '../state.ts';
import { readCaller, type Caller } from './caller.ts';
import { driveId, ROOT_ID, type DriveItem } from './driveItem.ts';
import { driveTree, type DriveTree } from './driveTree.ts';
import { graphCalls, type GraphCall } from './graphCalls.ts';
import { sendGraphError, sendUnauthorized } from './graphError.ts';
import { logName, sendGraphFault } from './graphFault.ts';
import { pageOf, type Page } from './page.ts';
import { PHOTO_SIZES, portrait } from './photo.ts';
import { profile, selected } from './profile.ts';
import { resourceOf } from './resource.ts';
import { sharedWithMe } from './sharedWithMe.ts';

/** The text is an OData string: as in Graph, single quotes must be doubled. */
const SEARCH = /^\/v1\.0\/me\/drive\/root\/search\(q='((?:[^'/]|'')*)'\)$/;

/** A host that doesn't exist: links of Graph can point to another region. */
const OTHER_HOST = 'https://graph-region.example';

/** Handles a request and returns the answer for the log. */
type Resource = (req: Request, res: Response, caller: Caller) => string | number | Promise<string | number>;

/**
 * Returns the router for Microsoft Graph v1.0: profile, photo and drive. Mount it at the root of Graph's origin.
 * @param calls additional calls, which take precedence
 */
export function createGraph(
  state: SandboxState,
  origins: SandboxOrigins,
  keys: Keys,
  calls: readonly GraphCall[] = [],
): Router {
  const router = Router();
  /** Ids of rejected tokens, which stay rejected. */
  const revoked = new Set<string>();
  state.onChange(() => revoked.clear());

  /** @param permission matches the permissions that are sufficient */
  function serve(permission: RegExp, resource: Resource) {
    return asyncHandler(async (req, res) => {
      const { log, scenario } = state;
      const path = req.originalUrl.split('?')[0];
      const caller = await readCaller(req, keys);
      if (!(await pause(res, scenario.latencyMs))) return;
      if (typeof caller === 'string' || revoked.has(caller.tokenId)) {
        log.add('graph', { user: typeof caller === 'string' ? null : caller.user.id, path, answer: 401 });
        sendUnauthorized(res, typeof caller === 'string' ? caller : 'The token was revoked.');
        return;
      }
      const scripted = state.nextGraph(resourceOf(scenario.graphResources, req.originalUrl));
      if (scripted === 401) revoked.add(caller.tokenId);
      const logAnswer = (answer: string | number): void =>
        log.add('graph', { user: caller.user.id, path, answer });
      if (sendGraphFault(scripted, caller.satisfiedChallenge, res)) {
        logAnswer(logName(scripted, caller.satisfiedChallenge));
      } else if (!caller.permissions.some((name) => permission.test(name))) {
        logAnswer(403);
        sendGraphError(res, 403, 'accessDenied', 'Insufficient privileges to complete the operation.');
      } else logAnswer(await resource(req, res, caller));
    });
  }

  router.get(
    '/v1.0/me',
    serve(/^User\.Read/, (req, res, { user }) => {
      const body = profile(user, state.scenario.profile, queryParameters(req)['$select']);
      res.json({ '@odata.context': `${origins.graph}/v1.0/$metadata#users/$entity`, ...body });
      return 'ok';
    }),
  );

  const photo = serve(/^User\.Read/, (req, res, { user }) => {
    const parameter = req.params['size'];
    const size = parameter === undefined ? 240 : Number(/^(\d+)x\1$/.exec(String(parameter))?.[1]);
    if (!user.hasPhoto || !PHOTO_SIZES.includes(size)) {
      sendGraphError(res, 404, 'ImageNotFound', 'The photo was not found.');
      return 404;
    }
    res.type('png').send(portrait(size));
    return 'ok';
  });
  router.get('/v1.0/me/photo/$value', photo);
  router.get('/v1.0/me/photos/:size/$value', photo);

  /** Serves a paged list of drive items. @param list returns null if there is no such folder */
  function serveList(list: (tree: DriveTree, req: Request) => readonly DriveItem[] | null) {
    return serve(/^(Files|Sites)\.Read/, (req, res, { user }) => {
      if (user.guest) return rejectGuest(res);
      const tree = driveTree(user, state.scenario);
      if (!tree) {
        // Graph's message for a user whose OneDrive was never created; programs match it.
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
        '@odata.context': `${origins.graph}/v1.0/$metadata#users('${user.oid}')/drive/root/children`,
        ...(page.next === null ? {} : { '@odata.nextLink': nextLink(req, page.next, user) }),
        value: select === undefined ? page.items : page.items.map((item) => selected(item, select)),
      });
      return 'ok';
    });
  }

  router.get(
    '/v1.0/me/drive/root/children',
    serveList((tree) => tree.children(ROOT_ID)),
  );
  router.get(
    '/v1.0/me/drive/items/:id/children',
    serveList((tree, req) => tree.children(String(req.params['id']))),
  );
  router.get(
    '/v1.0/drives/:drive/items/:id/children',
    serveList((tree, req) => tree.children(String(req.params['id']), String(req.params['drive']))),
  );
  router.get(
    SEARCH,
    serveList(({ all }, req) => {
      const words = String(req.params[0] ?? '').replaceAll("''", "'");
      const wanted = words.toLowerCase().split(/\s+/);
      return all.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
    }),
  );
  router.get(
    '/v1.0/me/drive/sharedWithMe',
    serve(/^(Files|Sites)\.Read/, (req, res, { user }) => {
      if (user.guest) return rejectGuest(res);
      res.json({
        '@odata.context': `${origins.graph}/v1.0/$metadata#Collection(driveItem)`,
        value: sharedWithMe(user, queryParameters(req)),
      });
      return 'ok';
    }),
  );

  router.use(
    serve(/./, (_req, res) => {
      sendGraphError(
        res,
        404,
        'UnknownError',
        'Not in the sandbox. Add the call with the graph option of startSandbox.',
      );
      return 404;
    }),
  );

  /** Returns an absolute link with all options of the request, as Graph does, or in the form of the scenario. */
  function nextLink(req: Request, [name, value]: NonNullable<Page['next']>, user: User): string {
    const { nextLink: form } = state.scenario.drive;
    const url = new URL(req.originalUrl, form === 'other-host' ? OTHER_HOST : origins.graph);
    if (form === 'other-path') url.pathname = `/v1.0/drives/${driveId(user)}/items/X%21101/children`;
    for (const known of [...url.searchParams.keys()]) {
      if (/^\$skip(token)?$/i.test(known)) url.searchParams.delete(known);
    }
    url.searchParams.set(name, value);
    const link = url.href.replaceAll('%2C', ',');
    return form === 'encoded' ? link : link.replaceAll('%24', '$');
  }

  return Router().use(graphCalls(calls, state, serve), router);
}

/** Responds like SharePoint to a guest without a role: 401 for a valid token. */
function rejectGuest(res: Response): number {
  sendGraphError(res, 401, 'unauthenticated', 'Role Claim does not exist');
  return 401;
}
