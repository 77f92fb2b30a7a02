import type { OptionContext, OptionDefinition, Part } from '../features/feature.ts';

/** Loads a part in the background. Calls before it has loaded are applied afterwards. */
export function lazyPart({ load }: OptionDefinition, context: OptionContext): Required<Part> {
  let part: Promise<Part> | undefined;
  function ready(): Promise<Part> {
    part ??= load().then(
      (create) => create(context),
      (error: unknown) => {
        // The next call tries again.
        part = undefined;
        throw error;
      },
    );
    return part;
  }
  const whenReady = (apply: (part: Part) => void) => void ready().then(apply, () => undefined);
  return {
    open: async (api) => (await (await ready()).open?.(api)) ?? (() => undefined),
    forget: () => whenReady((loaded) => loaded.forget?.()),
    online: () => whenReady((loaded) => loaded.online?.()),
    loadSettings: async () => (await (await ready()).loadSettings?.()) ?? { Section: () => null },
  };
}
