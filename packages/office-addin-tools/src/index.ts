/** Public API for a project's deployment hooks and checks. Tests use `office-addin-tools/testing`. */

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
