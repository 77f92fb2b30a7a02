import type { ComponentType } from 'react';
import type { HomeDefinition } from '../feature.ts';
import { createFiles, FilesProvider, filesTexts } from './files.ts';
import { FilesPage, WelcomeCard, FilesDock } from './FilesPage.tsx';

/** Lists the user's OneDrive; inserts links to the selected files into the document. */
export const filesFeature: HomeDefinition = {
  texts: filesTexts,
  create(context) {
    const files = createFiles(context);
    const value = { files, context };
    const provide = (View: ComponentType) =>
      function FilesView() {
        return (
          <FilesProvider value={value}>
            <View />
          </FilesProvider>
        );
      };
    return {
      open: files.open,
      forget: files.forget,
      opening: (strings) => strings.with(filesTexts).t('loadingFiles'),
      refresh: () => void files.go(files.get().place),
      help: () => context.preferences.change({ welcomed: false }),
      showsError: ({ problem }) => problem.code === 'no_drive' && !files.get().files?.length,
      async loadSettings() {
        const page = await import(/* webpackChunkName: "settings" */ './FilesSettings.tsx');
        return { Section: provide(page.FilesSettings) };
      },
      Page: provide(FilesPage),
      Dock: provide(FilesDock),
      Card: provide(WelcomeCard),
    };
  },
};
