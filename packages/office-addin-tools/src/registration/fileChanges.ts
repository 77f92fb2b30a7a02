import { applyDeployment } from '../manifest/applyDeployment.ts';
import type { Deployment } from '../manifest/deployment.ts';
import { withSettings } from './envText.ts';
import type { ProjectTexts } from './projectTexts.ts';

/** A file of the project with its new text. */
export interface FileChange {
  readonly file: string;
  readonly text: string;
  /** Description of the change. */
  readonly what: string;
}

/**
 * Returns the changes to .ENV, .ENV.local and the manifests. Changes .ENV.local only for settings that it overrides. Pure.
 * @param settings by name; null removes the line
 */
export function fileChanges(
  texts: ProjectTexts,
  settings: Readonly<Record<string, string | null>>,
  facts: Deployment,
): FileChange[] {
  const local = texts.local ?? '';
  const inLocal = Object.fromEntries(
    Object.entries(settings).filter(([name]) =>
      new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`, 'mu').test(local),
    ),
  );
  return [
    ...changed('.ENV', texts.env ?? '', settings),
    ...changed('.ENV.local', local, inLocal),
    ...Object.entries(texts.manifests).flatMap(([file, xml]) => {
      const text = applyDeployment(xml, facts);
      return text === xml ? [] : [{ file, text, what: 'client id, addresses and scopes' }];
    }),
  ];
}

function changed(
  file: string,
  text: string,
  settings: Readonly<Record<string, string | null>>,
): FileChange[] {
  const names = Object.keys(settings).filter(
    (name) => withSettings(text, { [name]: settings[name] ?? null }) !== text,
  );
  return names.length === 0 ? [] : [{ file, text: withSettings(text, settings), what: names.join(', ') }];
}
