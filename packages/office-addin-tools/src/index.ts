/** What a project's own programs use of the tools: its deployment hooks, its checks. For tests: `office-addin-tools/testing`. */

export { buildProject, compile } from './build.ts';
export { ClearError } from './clearError.ts';
export { endToEndArguments } from './gateArguments.ts';
export { writeManifests } from './manifest/writeManifests.ts';
export { didYouMean } from './nearest.ts';
export { DIST, ROOT, SITE } from './projectFolder.ts';
export { readOptions } from './options.ts';
export { readText } from './readText.ts';
export { configure, type Surroundings } from './registration/configure.ts';
export { readOptions as readConfigureOptions } from './registration/options.ts';
export { readSideloadOptions } from './sideloading.ts';
