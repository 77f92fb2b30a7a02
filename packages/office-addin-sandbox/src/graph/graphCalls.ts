import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { queryParameters } from '../http/parameters.ts';
import type { User } from '../users.ts';
import type { SandboxState } from '../state.ts';
import type { Caller } from './caller.ts';
import { ROOT_ID, type DriveItem } from './driveItem.ts';
import { driveTree } from './driveTree.ts';
import { sendGraphError } from './graphError.ts';

/** A request to Microsoft Graph with a valid token and the permission. */
export interface GraphRequest {
  /** The signed-in user. */
  readonly user: User;
  /** Values of the parameters in `path`. */
  readonly params: Readonly<Record<string, string>>;
  /** Query options, such as `$top`; of a repeated option, the last. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON body, or undefined. */
  readonly body: unknown;
  /** Items in the root of the user's drive, from the scenario; null for a user without a drive. */
  readonly files: readonly DriveItem[] | null;
}

/** An additional call of Microsoft Graph. */
export interface GraphCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Express path with parameters, such as `/v1.0/me/events/:id`. */
  readonly path: string;
  /** Required permission, such as `Calendars.Read`. Also accepts permissions that start with it (`Calendars.ReadWrite`). */
  readonly permission: string;
  /**
   * Returns the body, which is sent as JSON with status 200, or undefined for 204. Throw a GraphError to send an error.
   * Isn't called if the scenario returns an error for the request.
   */
  readonly answer: (request: GraphRequest) => unknown;
}

/** An error response of Microsoft Graph. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  /** HTTP status. */
  readonly status: number;
  /** Value of `error.code`, such as `itemNotFound`. */
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Handles a request and returns the answer for the log. */
type Resource = (req: Request, res: Response, caller: Caller) => Promise<string | number>;

/** Returns the router for additional Graph calls. */
export function graphCalls(
  calls: readonly GraphCall[],
  state: SandboxState,
  serve: (permission: RegExp, resource: Resource) => RequestHandler,
): Router {
  const router = Router();
  for (const { method = 'GET', path, permission, answer } of calls) {
    const verb = method.toLowerCase() as Lowercase<typeof method>;
    const permitted = new RegExp(`^${permission.replaceAll('.', '\\.')}`);
    router[verb](
      path,
      express.json({ limit: '4mb' }),
      serve(permitted, async (req, res, { user }) => {
        try {
          const body = await answer({
            user,
            params: req.params as Record<string, string>,
            query: queryParameters(req),
            body: req.body,
            files: driveTree(user, state.scenario)?.children(ROOT_ID) ?? null,
          });
          if (body === undefined) res.sendStatus(204);
          else res.json(body);
          return 'ok';
        } catch (error) {
          if (!(error instanceof GraphError)) throw error;
          sendGraphError(res, error.status, error.code, error.message);
          return error.status;
        }
      }),
    );
  }
  return router;
}
