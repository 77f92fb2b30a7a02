/** What a project's own programs use of the tools: its deployment hooks, its checks. For tests: `office-addin-tools/testing`. */

export { buildProject, compile } from './build.ts';
export { endToEndArguments } from './endToEndArguments.ts';
export { writeManifests } from './manifest/writeManifests.ts';
export { loadEnvironment, type Environment } from './env/environment.ts';
export { errorsPage } from './errorsPage.ts';
export { pngSize } from './manifest/pngSize.ts';
export { manifestFindings, manifestSettings, manifestTexts } from './manifest/projectManifests.ts';
export { didYouMean } from './nearest.ts';
export { loadProject, type AddinProject, type Application, type ProjectSettings } from './project.ts';
export { DIST, ROOT, SITE } from './projectFolder.ts';
export { readOptions } from './options.ts';
export { readText } from './readText.ts';
export { configure, type ConfigureContext } from './registration/configure.ts';
export { readOptions as readConfigureOptions } from './registration/options.ts';
export { readSideloadOptions } from './sideloadPlan.ts';
export { UserError } from './userError.ts';
