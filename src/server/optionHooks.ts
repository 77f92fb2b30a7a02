import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Fault, Option, OptionContext, OptionParts } from './option.ts';
import * as options from './options.ts';
import type { Telemetry } from './call.ts';

/** Calls the hooks of all options in `options.ts`. */

type Options = typeof options;
type LimitsOf<O> = O extends { readonly limits: infer L } ? (limits: L) => void : never;

/** The settings of each option, by its name in `options.ts`. */
export type OptionSettings = {
  readonly [Name in keyof Options]: Options[Name] extends { readonly read: (values: never) => infer Settings }
    ? Settings
    : never;
};

/** The limits of all options together. */
export type OptionLimits = [keyof Options] extends [never]
  ? object
  : LimitsOf<Options[keyof Options]> extends (limits: infer All) => void
    ? All
    : object;

type AnyOption = Option<z.ZodRawShape, unknown, object>;
// Each option gets only its own settings, but TypeScript cannot infer that from the two lists.
const entries = Object.entries(options) as unknown as readonly (readonly [string, AnyOption])[];

export const optionEnv: z.ZodRawShape = Object.fromEntries(
  entries.flatMap(([, { env }]) => Object.entries(env)),
);

export const optionLimits = Object.fromEntries(
  entries.flatMap(([, { limits }]) => Object.entries(limits)),
) as unknown as OptionLimits;

export function readOptions(values: Readonly<Record<string, unknown>>): OptionSettings {
  const settings: unknown = Object.fromEntries(entries.map(([name, { read }]) => [name, read(values)]));
  return settings as OptionSettings;
}

export function optionFaults(values: Readonly<Record<string, string>>): string[] {
  return entries.flatMap(([, { faults }]) => faults?.(values) ?? []);
}

/** Returns the telemetry of the first option that starts one. */
export async function loadTelemetry(
  settings: OptionSettings,
  limits: object,
  logger: Logger,
): Promise<Telemetry | undefined> {
  for (const [name, option] of entries) {
    const telemetry = await option.loadTelemetry?.(settingsOf(settings, name), limits, logger);
    if (telemetry) return telemetry;
  }
  return undefined;
}

/** @throws ConfigError */
export function connectOptions(settings: OptionSettings, context: OptionContext<object>): OptionParts[] {
  return entries.flatMap(([name, option]) => option.connect?.(settingsOf(settings, name), context) ?? []);
}

/** Finds problems on this machine, for `npm run doctor`. */
export async function findFaults(settings: OptionSettings): Promise<Fault[]> {
  const found = await Promise.all(
    entries.map(async ([name, option]) => (await option.findFaults?.(settingsOf(settings, name))) ?? []),
  );
  return found.flat();
}

function settingsOf(settings: OptionSettings, name: string): unknown {
  return (settings as Readonly<Record<string, unknown>>)[name];
}
