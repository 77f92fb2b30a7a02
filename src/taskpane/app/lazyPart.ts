import type { OptionContext, OptionDefinition, Part } from '../features/feature.ts';

/** Returns a part whose code is loaded now, in the background; what happens until then applies afterwards. */
export function lazyPart({ load }: OptionDefinition, context: OptionContext): Required<Part> {
  let part: Promise<Part> | undefined;
  function ready(): Promise<Part> {
    part ??= load().then(
      (create) => create(context),
      (error: unknown) => {
        // Tried again by the next call, such as when the browser is online.
        part = undefined;
        throw error;
      },
    );
    return part;
  }
  const quietly = (use: (part: Part) => void) => void ready().then(use, () => undefined);
  return {
    open: async (api) => (await (await ready()).open?.(api)) ?? (() => undefined),
    forget: () => quietly((loaded) => loaded.forget?.()),
    online: () => quietly((loaded) => loaded.online?.()),
    loadSettings: async () => (await (await ready()).loadSettings?.()) ?? { Section: () => null },
  };
}
