import type { Response } from 'express';

/** Never responds. The socket stays open until the client or the sandbox closes it. */
export function hang(res: Response): void {
  res.socket?.setTimeout(0);
}

/** Closes the connection before the response. */
export function reset(res: Response): void {
  res.socket?.destroy();
}

/** Responds with an HTML page, as a proxy or captive portal does. */
export function answerHtml(res: Response, status = 200): void {
  res
    .status(status)
    .type('html')
    .send('<!doctype html><title>Gateway</title><h1>Your network asks you to sign in</h1>');
}

/** Resolves after `ms` with true, or with false as soon as the client disconnects. */
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
