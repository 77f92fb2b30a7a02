import type { AddinProject } from 'office-addin-tools';
import { addinApplications } from './src/contract/applications.ts';
import { catalogue } from './src/contract/catalogue.ts';
import { explanations } from './src/contract/explanations.ts';
import { eventPaths } from './src/server/options/events/index.ts';
import { readConfig, allSettings, type ServerConfig } from './src/server/serverConfig.ts';
import { findFaults } from './src/server/optionHooks.ts';
import { languageTags } from './src/taskpane/strings/languages.ts';

/** What the commands of office-addin-tools know about this project, besides its manifests and .ENV. */
export default {
  applications: addinApplications,
  languages: languageTags,
  settings: allSettings,
  readSettings: readConfig,
  findFaults: ({ options }: ServerConfig) => findFaults(options),
  problems: { catalogue, explanations },
  sandbox: { graph: 'tests/sandbox' },
  events: { handlers: 'src/events/events.ts', ...eventPaths },
  server: 'src/server/main.ts',
  webpack: () => import('./webpack.config.js'),
  files: {
    applications: 'src/contract/applications.ts',
    page: 'src/taskpane/taskpane.html',
    words: 'src/taskpane/strings/languages',
    languages: 'src/taskpane/strings/languages.ts',
    dialogWords: 'src/dialog/strings.ts',
  },
} satisfies AddinProject;
