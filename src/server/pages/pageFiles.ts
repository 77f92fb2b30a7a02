import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '../../contract/problem.ts';
import type { Config } from '../config.ts';
import type { PageName } from './contentSecurity.ts';
import { fillPage } from './pageTemplate.ts';

interface CachedPage {
  readonly version: string;
  readonly html: string;
}

/** The built pages with their settings filled in. Reads a file again when the build has changed it. */
export class PageFiles {
  readonly #config: Config;
  readonly #cache = new Map<PageName, CachedPage>();

  constructor(config: Config) {
    this.#config = config;
  }

  /** @throws ProblemError not_found if the page has not been built */
  async read(page: PageName): Promise<string> {
    const path = join(this.#config.publicDir, page);
    try {
      const { mtimeMs, size } = await stat(path);
      const version = `${mtimeMs} ${size}`;
      const cached = this.#cache.get(page);
      if (cached?.version === version) return cached.html;
      const html = fillPage(await readFile(path, 'utf8'), this.#config);
      this.#cache.set(page, { version, html });
      return html;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new ProblemError('not_found', {
        detail: `PUBLIC_DIR does not contain ${page}. Create it with \`npm run build\`.`,
      });
    }
  }
}
