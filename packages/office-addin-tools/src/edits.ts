/** Changes of a project's files that create-office-addin-sso makes, too. */

export { convert } from './convert/convert.ts';
export { didYouMean } from './nearest.ts';
export { readOptions } from './options.ts';
export { validateName } from './rename/validateName.ts';
export { packageName, rename } from './rename/rename.ts';
export { UserError } from './userError.ts';
