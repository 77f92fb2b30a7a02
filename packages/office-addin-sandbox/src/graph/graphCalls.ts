import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { queryParameters } from '../http/parameters.ts';
import type { Person } from '../people.ts';
import type { SandboxState } from '../state.ts';
import type { Caller } from './caller.ts';
import { ROOT_ID, type DriveItem } from './driveItem.ts';
import { driveTree } from './driveTree.ts';
import { sendGraphError } from './graphError.ts';

/** A request to Microsoft Graph whose token is good and has the permission. */
export interface GraphRequest {
  /** The signed-in user. */
  readonly person: Person;
  /** Values of the parameters in `path`. */
  readonly params: Readonly<Record<string, string>>;
  /** Query options, such as `$top`; the last one of a repeated option. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /** JSON of the request; undefined without one. */
  readonly body: unknown;
  /** Items in the root of the user's drive, as the scenario has them; null for a user without a drive. */
  readonly files: readonly DriveItem[] | null;
}

/** A call of Microsoft Graph that the sandbox does not have. */
export interface GraphCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with parameters as Express has them, such as `/v1.0/me/events/:id`. */
  readonly path: string;
  /** Least permission, such as `Calendars.Read`. Permissions that begin with it, such as `Calendars.ReadWrite`, count. */
  readonly permission: string;
  /**
   * Returns the body of the answer, which is sent as JSON with status 200; undefined answers with 204. Throw a
   * GraphError to refuse the request. Faults of the scenario are answered before.
   */
  readonly answer: (request: GraphRequest) => unknown;
}

/** An answer of Microsoft Graph that refuses a request. */
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

/** Answers a request; returns the answer for the log. */
type Resource = (req: Request, res: Response, caller: Caller) => Promise<string | number>;

/** Returns a router for the caller's own Graph calls. */
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
      serve(permitted, async (req, res, { person }) => {
        try {
          const body = await answer({
            person,
            params: req.params as Record<string, string>,
            query: queryParameters(req),
            body: req.body,
            files: driveTree(person, state.scenario)?.children(ROOT_ID) ?? null,
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
