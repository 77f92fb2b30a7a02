import type { Request, RequestHandler, Response } from 'express';
import type { ProblemError } from '../../../contract/problem.ts';
import type { Caller } from '../../auth/tokenValidator.ts';
import { correlationOf } from '../../http/logger.ts';
import { requestEnd } from '../../http/lifecycle.ts';
import type { Attributes, Span, Telemetry } from '../../telemetry.ts';

/** The span of a request. Its name contains the route, which is known only at the end. */
export interface RequestSpan extends Span {
  rename(name: string): void;
}

/** The part of the telemetry that `trackRequests` needs. */
interface Tracker extends Pick<Telemetry, 'record'> {
  request(name: string, traceparent: string | undefined, attributes: Attributes): RequestSpan;
}

/** Records one span and one duration per request. */
export function trackRequests(telemetry: Tracker, origin: string): RequestHandler {
  const { protocol, hostname, port } = new URL(origin);
  const scheme = protocol.slice(0, -1);
  const server = { 'server.address': hostname, ...(port ? { 'server.port': Number(port) } : {}) };
  return (req, res, next) => {
    const method = methodOf(req);
    const start = performance.now();
    const span = telemetry.request(method, headerOf(req), {
      'http.request.method': method,
      'url.scheme': scheme,
      'network.protocol.version': req.httpVersion,
      'addin.correlation_id': correlationOf(res),
      ...server,
    });
    res.locals.span = span;
    requestEnd(res).onEnd((completed) => {
      const measured: Attributes = {
        'http.request.method': method,
        'url.scheme': scheme,
        ...outcome(req, res, completed),
      };
      end(span, method, measured, res);
      telemetry.record('http.server.request.duration', (performance.now() - start) / 1000, measured);
    });
    next();
  };
}

function end(span: RequestSpan, method: string, measured: Attributes, res: Response): void {
  const { 'error.type': failure, ...facts } = measured;
  const { caller, problem } = res.locals as { caller?: Caller; problem?: ProblemError };
  const route = facts['http.route'];
  if (typeof route === 'string') span.rename(`${method} ${route}`);
  const known = { 'addin.tenant_id': caller?.tid, 'addin.problem.code': problem?.code };
  span.end({ ...facts, ...known }, typeof failure === 'string' ? failure : undefined);
}

/** Each attribute has only a few possible values, because every combination is a time series. */
function outcome(req: Request, res: Response, completed: boolean): Attributes {
  const route = routeOf(req);
  const { problem } = res.locals as { problem?: ProblemError };
  const status = res.statusCode;
  return {
    ...(route === undefined ? {} : { 'http.route': route }),
    ...(completed ? { 'http.response.status_code': status } : { 'error.type': 'client_left' }),
    // A 4xx response is not a span error.
    ...(completed && status >= 500 ? { 'error.type': problem?.code ?? String(status) } : {}),
  };
}

/** Returns the route pattern, never the path, which can contain anything. */
function routeOf(req: Request): string | undefined {
  const { path } = (req.route ?? {}) as { path?: unknown };
  if (typeof path === 'string') return path;
  return /^\/(assets|icons)(?=\/)/.exec(req.originalUrl)?.[0].concat('/*');
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']);
/** The conventions require `_OTHER` for other methods. */
const methodOf = ({ method }: Request) => (METHODS.has(method) ? method : '_OTHER');

function headerOf(req: Request): string | undefined {
  const { traceparent } = req.headers;
  return typeof traceparent === 'string' ? traceparent : undefined;
}
