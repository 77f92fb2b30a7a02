// Plain JavaScript: webpack.config.js loads it.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const OPTIONS = join(import.meta.dirname, 'options');

/**
 * Returns the paths of a file that an option may have, such as `webpack.mjs`, for each option that has it.
 * @param {string} name path within the option's folder
 */
export function optionFiles(name) {
  if (!existsSync(OPTIONS)) return [];
  return readdirSync(OPTIONS)
    .map((option) => join(OPTIONS, option, name))
    .filter((path) => existsSync(path));
}
