import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from 'office-addin-tools';

/** The server's options, and the beginnings of their settings. A project may have removed some of them. */
const settings = {
  redis: /^CACHE_/u,
  preferences: /^DATABASE_/u,
  telemetry: /^(?:OTEL|APPLICATIONINSIGHTS)_/u,
} as const;

type OptionName = keyof typeof settings;

export const hasOption = (name: OptionName) => existsSync(join(ROOT, 'src/server/options', name));

export const isOfRemovedOption = (setting: string) =>
  (Object.keys(settings) as OptionName[]).some((name) => settings[name].test(setting) && !hasOption(name));
