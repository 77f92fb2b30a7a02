import type { Response } from 'express';

/** The server accepts the request and never answers. The socket stays until the caller or the sandbox ends it. */
export function hang(res: Response): void {
  res.socket?.setTimeout(0);
}

/** The connection breaks before anything was answered. */
export function reset(res: Response): void {
  res.socket?.destroy();
}

/** A proxy, a captive portal or an error page in place of the service. */
export function answerHtml(res: Response, status = 200): void {
  res
    .status(status)
    .type('html')
    .send('<!doctype html><title>Gateway</title><h1>Your network asks you to sign in</h1>');
}

/** Resolves after `ms`, or at once when the caller has gone. @returns false when it has gone. */
export async function pause(res: Response, ms: number): Promise<boolean> {
  if (ms > 0) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms);
      res.once('close', done);
      function done(): void {
        clearTimeout(timer);
        res.off('close', done);
        resolve();
      }
    });
  }
  return !res.destroyed;
}
