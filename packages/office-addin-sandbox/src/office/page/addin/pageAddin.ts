import {
  buttonsOf,
  localize,
  type AddinManifest,
  type ItemContext,
  type Localized,
  type ManifestHost,
  type RibbonButton,
  type RibbonGroup,
} from '../../../manifest/addinManifest.ts';
import type { Address } from '../address.ts';
import type { ApplicationId } from '../applications.ts';

/** An add-in that the page can open. */
export interface PageAddin {
  /** Identifies the add-in on this page; unlike the id of the manifest, it is unique. */
  readonly key: string;
  readonly manifest: AddinManifest;
  /** Origins that dialogs of the add-in may start on. */
  readonly origins: readonly string[];
}

/** The part of the address that determines what an add-in shows. */
export type Place = Pick<Address, 'app' | 'mode' | 'locale' | 'phone'>;

/** Returns what the manifest declares for the application, or undefined. */
export function hostOf({ manifest }: PageAddin, app: ApplicationId): ManifestHost | undefined {
  return manifest.hosts.find(({ host }) => host === app);
}

/** Returns the groups that Office shows on this device for this application and kind of item. */
export function visibleGroups(addin: PageAddin, place: Place): readonly RibbonGroup[] {
  const shown = contextOf(place);
  const device = place.phone ? 'phone' : 'desktop';
  return (hostOf(addin, place.app)?.groups ?? []).filter(
    ({ formFactor, contexts }) =>
      formFactor === device && contexts.some((context) => context === 'default' || context === shown),
  );
}

/**
 * Returns the address of the pane that opens first: that of the first button that opens one, or the source location.
 * Undefined for an add-in that has only functions.
 */
export function firstPane(addin: PageAddin, place: Place): string | undefined {
  const actions = visibleGroups(addin, place)
    .flatMap(({ controls }) => controls)
    .flatMap(buttonsOf)
    .map(({ action }) => action);
  const shown = contextOf(place);
  const pages = (hostOf(addin, place.app)?.pages ?? []).filter(
    ({ context }) => context === 'default' || context === shown,
  );
  const page = pages.find(({ formFactor }) => formFactor === (place.phone ? 'phone' : 'desktop')) ?? pages[0];
  const opened = actions.find(({ type }) => type === 'pane');
  const url = opened?.type === 'pane' ? opened.url : actions.length === 0 ? page?.url : undefined;
  return url && localize(url, place.locale);
}

/** Returns whether the manifest has a button or a pane for this place. */
export function isAvailable(addin: PageAddin, place: Place): boolean {
  return visibleGroups(addin, place).length > 0 || firstPane(addin, place) !== undefined;
}

/** Returns a sentence about an add-in that isn't available in a place. */
export function unavailableNotice({ manifest }: PageAddin): string {
  return `${manifest.name.default} isn't available here: its manifest has no button or pane for this kind of item.`;
}

/** Returns whether the page runs in a shared runtime: pane and functions then share one page. */
export function isShared(addin: PageAddin, app: ApplicationId, page: Localized): boolean {
  return (hostOf(addin, app)?.runtimes ?? []).some(
    (runtime) => runtime.lifetime === 'long' && runtime.page.default === page.default,
  );
}

/** Returns a sentence about requirement sets that the sandbox lacks; undefined if it has all. */
export function missingSets(
  addin: PageAddin,
  app: ApplicationId,
  available: Readonly<Record<string, string>>,
): string | undefined {
  const known = new Map(Object.entries(available).map(([name, version]) => [name.toLowerCase(), version]));
  const missing = Object.entries(hostOf(addin, app)?.requirementSets ?? {}).filter(([name, version]) => {
    const found = known.get(name.toLowerCase());
    return found === undefined || compareVersions(found, version) < 0;
  });
  if (missing.length === 0) return undefined;
  const sets = missing.map((set) => set.join(' ')).join(', ');
  return `${addin.manifest.name.default} requires ${sets}, which the sandbox doesn't have. Real Office shows an add-in only where its requirements are met.`;
}

/** @returns a negative number if `one` is older */
function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  return (a?.[0] ?? 0) - (b?.[0] ?? 0) || (a?.[1] ?? 0) - (b?.[1] ?? 0);
}

const itemContexts: Readonly<Record<Place['mode'], ItemContext>> = {
  compose: 'mailCompose',
  read: 'mailRead',
  'appointment-compose': 'meetingOrganizer',
  'appointment-read': 'meetingAttendee',
};

function contextOf({ app, mode }: Place): ItemContext {
  if (app !== 'outlook') return 'default';
  return itemContexts[mode];
}

export type { RibbonButton };
