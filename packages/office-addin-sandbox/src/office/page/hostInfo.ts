import type { Application } from './applications.ts';

/** Ids of one load of an add-in page. */
export interface FrameIdentity {
  /** Echoed by office.js as ControlId. */
  readonly instanceId: string;
  readonly conversationId: string;
  readonly correlationId: string;
}

export function newFrameIdentity(instanceId: string = crypto.randomUUID()): FrameIdentity {
  return {
    instanceId,
    conversationId: crypto.randomUUID().replaceAll('-', '').slice(0, 15),
    correlationId: crypto.randomUUID(),
  };
}

/** Flag of the host info: pane and functions run in one page. */
const SHARED_RUNTIME = 1;

/** Returns the eight fields of the host info. `disableLogging` stops office.js from sending telemetry to Microsoft. */
export function hostInfo(
  app: Application,
  locale: string,
  identity: FrameIdentity,
  { kind = 'pane', sharedRuntime = false }: { kind?: 'pane' | 'dialog'; sharedRuntime?: boolean } = {},
): string {
  const role = kind === 'dialog' ? 'isDialog' : '';
  const flags = sharedRuntime ? SHARED_RUNTIME : 0;
  return [app.name, 'Web', '16.01', locale, identity.correlationId, role, 'disableLogging', flags].join('$');
}

/** Adds the host info to the query. The frame's name contains it as well, for pages that drop the query. */
export function withHostInfo(url: string, info: string): string {
  const address = new URL(url);
  const rest = address.search === '' ? '?' : `${address.search}&`;
  return `${address.origin}${address.pathname}${rest}_host_Info=${encodeURIComponent(info)}${address.hash}`;
}

/**
 * Returns the name of the iframe: JSON, because office.js parses it to open a dialog.
 * @param hostUrl address of the host page: office.js communicates only with its origin
 * @param extra further members, for the prelude
 */
export function frameName(
  info: string,
  identity: FrameIdentity,
  hostUrl: string,
  extra: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    baseFrameName: `_xdm_${identity.instanceId}`,
    hostInfo: info,
    xdmInfo: [identity.conversationId, identity.instanceId, hostUrl].join('|'),
    serializerVersion: 1,
    flights: '[]',
    disabledChangeGates: [],
    ...extra,
  });
}
