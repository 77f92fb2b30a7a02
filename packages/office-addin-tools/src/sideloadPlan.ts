import type { Application } from './project.ts';
import { UserError } from './userError.ts';
import { oneOf, readOptions } from './options.ts';

/** How to sideload on each platform. Pure. */

const PLATFORMS = ['desktop', 'web'] as const;

export interface SideloadOptions {
  readonly application: Application;
  readonly platform: (typeof PLATFORMS)[number];
  /** URL of a document in OneDrive or SharePoint. */
  readonly document: string | undefined;
}

/** Arguments of office-addin-debugging, with manual steps in case it fails; or only manual steps. */
export type SideloadPlan =
  | { readonly kind: 'command'; readonly args: readonly string[]; readonly manualSteps: readonly string[] }
  | { readonly kind: 'manual'; readonly steps: readonly string[] };

/**
 * @param offered the applications of the add-in; the first one is the default
 * @throws UserError that names the option and its valid values
 */
export function readSideloadOptions(
  args: readonly string[],
  offered: readonly [Application, ...Application[]],
): SideloadOptions {
  const { app, platform, document } = parseArguments(args, offered);
  const application = oneOf('--app', app, offered) ?? offered[0];
  const where = oneOf('--platform', platform, PLATFORMS) ?? 'desktop';
  if (document === undefined) return { application, platform: where, document };
  if (where === 'desktop')
    throw new UserError('--document needs --platform web, because the document opens in the browser.');
  if (application === 'outlook')
    throw new UserError('--document does not apply to Outlook, which has no documents.');
  const url = URL.parse(document);
  if (url?.protocol !== 'https:') {
    throw new UserError('--document must be the https address of a document in OneDrive or SharePoint.');
  }
  return { application, platform: where, document: url.href };
}

function parseArguments(args: readonly string[], offered: readonly Application[]) {
  const text = { type: 'string' } as const;
  const usage = `npm start -- [--app ${offered.join('|')}] [--platform ${PLATFORMS.join('|')}] [--document <address>]`;
  return readOptions(args, { app: text, platform: text, document: text }, usage).values;
}

export function manifestOf(application: Application): string {
  return application === 'outlook' ? 'manifest.outlook.xml' : 'manifest.xml';
}

/** @param manifest absolute path of the manifest */
export function planSideload(
  { application, platform, document }: SideloadOptions,
  manifest: string,
  system: NodeJS.Platform,
): SideloadPlan {
  const manualSteps = manualStepsFor(application, platform, manifest, system);
  if (platform === 'web') {
    // Outlook on the web sideloads from its own page only; the other applications need a document to open.
    if (document === undefined) return { kind: 'manual', steps: manualSteps };
    const args = ['start', manifest, 'web', '--app', application, '--document', document, '--no-debug'];
    return { kind: 'command', args, manualSteps };
  }
  if (system !== 'win32' && system !== 'darwin') return { kind: 'manual', steps: manualSteps };
  const args = ['start', manifest, 'desktop', '--app', application, '--no-debug'];
  return { kind: 'command', args, manualSteps };
}

/** The folder that Office on the Mac reads when it starts (Microsoft's page "Sideload Office Add-ins on Mac"). */
const macFolder: Readonly<Record<Exclude<Application, 'outlook'>, string>> = {
  word: '~/Library/Containers/com.microsoft.Word/Data/Documents/wef',
  excel: '~/Library/Containers/com.microsoft.Excel/Data/Documents/wef',
  powerpoint: '~/Library/Containers/com.microsoft.Powerpoint/Data/Documents/wef',
};

function manualStepsFor(
  application: Application,
  platform: SideloadOptions['platform'],
  manifest: string,
  system: NodeJS.Platform,
): string[] {
  if (application === 'outlook') {
    return [
      'Outlook: open https://aka.ms/olksideload in the browser. Choose My add-ins, Custom Addins, Add a custom add-in, ' +
        `Add from File, and select ${manifest}. The add-in appears in Outlook on every platform within minutes.`,
      'While the add-in is sideloaded in Outlook, set FOR_MS_GRAPH_ACCESS=false in .ENV.local. Otherwise Office reports 13012.',
    ];
  }
  if (platform === 'desktop' && system === 'darwin') {
    return [
      `Copy ${manifest} into ${macFolder[application]} (create the folder if necessary), and restart the application.`,
    ];
  }
  return [
    ...(platform === 'desktop' && system === 'linux' ? ['There is no desktop Office on Linux.'] : []),
    `In Office on the web: open a document. Choose Home, Add-ins, More Add-ins, My Add-ins, Upload My Add-in, and select ${manifest}.`,
    ...(platform === 'web'
      ? [
          'To let the command do this, add --document with the address of a document in OneDrive or SharePoint.',
        ]
      : []),
  ];
}
