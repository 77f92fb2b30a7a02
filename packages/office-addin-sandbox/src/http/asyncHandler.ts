import type { Request, RequestHandler, Response } from 'express';

/** Returns a handler that passes rejections of `work` to the error handler. */
export function asyncHandler(work: (req: Request, res: Response) => Promise<void>): RequestHandler {
  return (req, res, next) => {
    work(req, res).catch(next);
  };
}
