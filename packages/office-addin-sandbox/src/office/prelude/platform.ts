import type { Pane } from './pane.ts';

interface HostName {
  getPlatform(): string;
}

/**
 * Makes office.js report a phone as `Office.context.platform`. The pane still runs the files of Office on the web, because
 * those for phones need the apps.
 */
export function platform({ config }: Pane): void {
  if (config.platform === null) return;
  const { OfficeExt } = window as {
    OfficeExt?: { HostName?: { Host?: { getInstance(): HostName } } };
  };
  const host = OfficeExt?.HostName?.Host?.getInstance();
  const name = config.platform;
  if (host) host.getPlatform = () => name;
}
