import { expect, it } from 'vitest';
import {
  manifestFindings,
  manifestSettings,
  manifestTexts,
  loadEnvironment,
  loadProject,
  ROOT,
} from 'office-addin-tools';
import { loadStrings } from '../src/taskpane/strings/index.ts';
import { chooseLanguage, languageTags } from '../src/taskpane/strings/languages.ts';

const project = await loadProject();
const texts = manifestTexts(ROOT);

it('the manifests are valid', () => {
  const settings = manifestSettings(loadEnvironment({}, ROOT), project);
  expect(manifestFindings(ROOT, texts, settings)).toEqual([]);
});

it.each(languageTags)('manifests and pane use the same name of the add-in in %s', async (tag) => {
  const appTitle = (await loadStrings(tag)).t('appTitle').replaceAll('&', '&amp;');
  for (const [file, text] of texts) {
    if (!file.endsWith('.xml')) continue;
    const inTag = [
      ...text.matchAll(/<Override Locale="(?<locale>[^"]*)" Value="(?<value>[^"]*)" \/>/gu),
    ].filter(({ groups }) => chooseLanguage(groups?.['locale'] ?? '').language === tag);
    const said = inTag.map(({ groups }) => groups?.['value']);
    if (inTag.length > 0) expect(said).toContain(appTitle);
    else expect(text).toContain(`<DisplayName DefaultValue="${appTitle}"`);
  }
});
