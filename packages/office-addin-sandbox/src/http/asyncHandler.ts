import type { Request, RequestHandler, Response } from 'express';

/** A handler that does its work asynchronously; what it throws goes to the error handler. */
export function asyncHandler(work: (req: Request, res: Response) => Promise<void>): RequestHandler {
  return (req, res, next) => {
    work(req, res).catch(next);
  };
}
