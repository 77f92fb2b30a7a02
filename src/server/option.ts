import type { Express } from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Config } from './config.ts';
import type { SecondLevelCache } from './graph/graphTokens.ts';
import type { IdentityTokens } from './graph/onBehalfOf.ts';
import type { Api } from './http/api.ts';
import type { Limits } from './limits.ts';
import type { Telemetry } from './call.ts';

/**
 * An optional part of the server. Its folder contains its settings, limits, code and tests; one line in `options.ts`
 * enables it.
 */
export interface Option<Shape extends z.ZodRawShape, Settings, OwnLimits extends object> {
  /** Its environment variables. */
  readonly env: Shape;
  /** Returns the settings from validated values. */
  readonly read: (values: z.output<z.ZodObject<Shape>>) => Settings;
  /** Returns errors about combinations of values; each starts with the name of a variable. */
  readonly faults?: (values: Readonly<Record<string, string>>) => readonly string[];
  /** Time limits in milliseconds; tests pass shorter ones. */
  readonly limits: OwnLimits;
  /** Starts traces and metrics. Returns null if the settings do not enable them. */
  readonly loadTelemetry?: (
    settings: Settings,
    limits: OwnLimits,
    logger: Logger,
  ) => Promise<Telemetry | null>;
  /** Connects to what the option needs, in the background. @throws ConfigError */
  readonly connect?: (settings: Settings, context: OptionContext<OwnLimits>) => OptionParts;
  /** Finds problems on this machine, for `npm run doctor`. Changes nothing. */
  readonly findFaults?: (settings: Settings) => Promise<readonly Fault[]>;
}

export interface OptionContext<OwnLimits> {
  readonly config: Config;
  readonly limits: Limits & OwnLimits;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly logger: Logger;
  /** Undefined unless the credential is a managed identity. */
  readonly identityTokens: IdentityTokens | undefined;
}

/** What an option adds to the running server. */
export interface OptionParts {
  /** Second level of the cache of Graph tokens. */
  readonly secondLevel?: SecondLevelCache;
  readonly routes?: (api: Api) => void;
  /** Mounts pages and other files, which need no token. */
  readonly pages?: (app: Express) => void;
  readonly close?: () => Promise<void>;
}

export interface Fault {
  /** Name of a setting. */
  readonly where: string;
  readonly problem: string;
}

export function defineOption<Shape extends z.ZodRawShape, Settings, OwnLimits extends object>(
  option: Option<Shape, Settings, OwnLimits>,
): Option<Shape, Settings, OwnLimits> {
  return option;
}
