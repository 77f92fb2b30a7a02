import type { Application } from './project.ts';
import { UserError } from './userError.ts';
import { readOptions } from './options.ts';

/** Decisions about sideloading. Pure. */

const PLATFORMS = ['desktop', 'web'] as const;

export interface SideloadOptions {
  readonly application: Application;
  readonly platform: (typeof PLATFORMS)[number];
  /** Address of a document in OneDrive or SharePoint; undefined: none was named. */
  readonly document: string | undefined;
}

/** Either the arguments of office-addin-debugging, or sentences on how to do it by hand. */
export type SideloadStep =
  | { readonly kind: 'command'; readonly args: readonly string[]; readonly byHand: readonly string[] }
  | { readonly kind: 'by-hand'; readonly sentences: readonly string[] };

/**
 * @param offered the applications that the add-in is for; the first one is opened when nothing is said
 * @throws UserError that names the option and what it may be
 */
export function readSideloadOptions(
  args: readonly string[],
  offered: readonly [Application, ...Application[]],
): SideloadOptions {
  const { app = offered[0], platform = 'desktop', document } = parsed(args, offered);
  const application = oneOf('--app', app, offered);
  const where = oneOf('--platform', platform, PLATFORMS);
  if (document === undefined) return { application, platform: where, document };
  if (where === 'desktop')
    throw new UserError('--document goes with --platform web: it is opened in the browser.');
  if (application === 'outlook') throw new UserError('--document is not for Outlook: it has no documents.');
  const url = URL.parse(document);
  if (url?.protocol !== 'https:') {
    throw new UserError('--document has to be the https address of a document in OneDrive or SharePoint.');
  }
  return { application, platform: where, document: url.href };
}

function parsed(args: readonly string[], offered: readonly Application[]) {
  const text = { type: 'string' } as const;
  const usage = `npm start -- [--app ${offered.join('|')}] [--platform ${PLATFORMS.join('|')}] [--document <address>]`;
  return readOptions(args, { app: text, platform: text, document: text }, usage).values;
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (!found) throw new UserError(`${option} has to be one of: ${allowed.join(', ')}.`);
  return found;
}

export function manifestOf(application: Application): string {
  return application === 'outlook' ? 'manifest.outlook.xml' : 'manifest.xml';
}

/**
 * What brings the add-in into the application.
 * @param manifest its absolute path
 */
export function sideloadStep(
  { application, platform, document }: SideloadOptions,
  manifest: string,
  system: NodeJS.Platform,
): SideloadStep {
  const byHand = sentencesFor(application, platform, manifest, system);
  if (platform === 'web') {
    // Outlook on the web takes an add-in from its own page only; the others need a document to open.
    if (document === undefined) return { kind: 'by-hand', sentences: byHand };
    const args = ['start', manifest, 'web', '--app', application, '--document', document, '--no-debug'];
    return { kind: 'command', args, byHand };
  }
  if (system !== 'win32' && system !== 'darwin') return { kind: 'by-hand', sentences: byHand };
  const args = ['start', manifest, 'desktop', '--app', application, '--no-debug'];
  return { kind: 'command', args, byHand };
}

/** The folder that Office on the Mac reads at its start (Microsoft's page "Sideload Office Add-ins on Mac"). */
const macFolder: Readonly<Record<Exclude<Application, 'outlook'>, string>> = {
  word: '~/Library/Containers/com.microsoft.Word/Data/Documents/wef',
  excel: '~/Library/Containers/com.microsoft.Excel/Data/Documents/wef',
  powerpoint: '~/Library/Containers/com.microsoft.Powerpoint/Data/Documents/wef',
};

function sentencesFor(
  application: Application,
  platform: SideloadOptions['platform'],
  manifest: string,
  system: NodeJS.Platform,
): string[] {
  if (application === 'outlook') {
    return [
      'Outlook: open https://aka.ms/olksideload in the browser; My add-ins, Custom Addins, Add a custom add-in, ' +
        `Add from File, choose ${manifest}. It shows in Outlook of every platform within minutes.`,
      'While Outlook is sideloaded, FOR_MS_GRAPH_ACCESS=false in .ENV.local (13012 otherwise).',
    ];
  }
  if (platform === 'desktop' && system === 'darwin') {
    return [
      `Copy ${manifest} into ${macFolder[application]} (make the folder), and start the application anew.`,
    ];
  }
  return [
    ...(platform === 'desktop' && system === 'linux' ? ['There is no desktop Office on Linux.'] : []),
    `In Office on the web: open a document; Home, Add-ins, More Add-ins, My Add-ins, Upload My Add-in, choose ${manifest}.`,
    ...(platform === 'web'
      ? ['Or let the command do it: add --document with the address of a document in OneDrive or SharePoint.']
      : []),
  ];
}
