import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '../../contract/problem.ts';
import type { Config } from '../config.ts';
import type { PageName } from './contentSecurity.ts';
import { fillPage } from './pageTemplate.ts';

interface Kept {
  readonly version: string;
  readonly html: string;
}

/** The built pages with the settings in them; read anew when the build has written them anew. */
export class PageFiles {
  readonly #config: Config;
  readonly #kept = new Map<PageName, Kept>();

  constructor(config: Config) {
    this.#config = config;
  }

  /** @throws ProblemError not_found when the pages have not been built */
  async read(page: PageName): Promise<string> {
    const path = join(this.#config.publicDir, page);
    try {
      const { mtimeMs, size } = await stat(path);
      const version = `${mtimeMs} ${size}`;
      const kept = this.#kept.get(page);
      if (kept?.version === version) return kept.html;
      const html = fillPage(await readFile(path, 'utf8'), this.#config);
      this.#kept.set(page, { version, html });
      return html;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new ProblemError('not_found', {
        detail: `PUBLIC_DIR holds no ${page}; \`npm run build\` makes it.`,
      });
    }
  }
}
