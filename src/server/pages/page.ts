import type { RequestHandler } from 'express';
import type { Config } from '../config.ts';
import { directivesOf, type PageName } from './contentSecurity.ts';
import type { PageFiles } from './pageFiles.ts';
import { setPageSecurity } from '../http/securityHeaders.ts';

/** Serves a page with its own Content-Security-Policy. */
export function page(name: PageName, files: PageFiles, config: Config): RequestHandler {
  const directives = directivesOf(name, config);
  return (_req, res, next) => {
    const send = async () => {
      const html = await files.read(name);
      setPageSecurity(res, directives);
      res.type('html').send(html);
    };
    send().catch(next);
  };
}
