import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from 'office-addin-tools';

/** The server's options, and the beginnings of their settings. A project may have removed some of them. */
const settings: Readonly<Record<string, RegExp>> = {
  redis: /^CACHE_/u,
  preferences: /^DATABASE_/u,
  telemetry: /^(?:OTEL|APPLICATIONINSIGHTS)_/u,
};

export const hasOption = (name: string) => existsSync(join(ROOT, 'src/server/options', name));

export const isOfRemovedOption = (setting: string) =>
  Object.entries(settings).some(([name, beginning]) => beginning.test(setting) && !hasOption(name));
