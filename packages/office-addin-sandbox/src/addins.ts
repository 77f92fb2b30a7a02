import { pageOrigins, type AddinManifest } from './manifest/addinManifest.ts';
import { readManifest } from './manifest/readManifest.ts';
import { UserError } from './userError.ts';

/** An add-in that the sandbox opens. */
export interface Addin {
  /** Unique among the add-ins of the sandbox, unlike the id of the manifest. */
  readonly key: string;
  readonly manifest: AddinManifest;
  /** Origins of its pages, and of its AppDomains. */
  readonly origins: readonly string[];
}

const SIMULATED = ['word', 'excel', 'powerpoint', 'outlook'];

/**
 * Reads the manifests.
 * @param origin where the add-ins are instead of the origins in the manifests
 * @throws UserError if a manifest can't be used, or the add-in is for none of the sandbox's applications
 */
export function readAddins(paths: readonly string[], origin?: string): Addin[] {
  const manifests = paths.map((path) => readManifest(path, origin));
  return manifests.map((manifest, index) => {
    const hosts = manifest.hosts.map(({ host }) => host);
    if (!hosts.some((host) => SIMULATED.includes(host))) {
      throw new UserError(
        `${manifest.file}: The add-in is for ${hosts.join(', ') || 'no application'}. The sandbox simulates ${SIMULATED.join(', ')}.`,
      );
    }
    const isSecond = manifests.slice(0, index).some(({ id }) => id === manifest.id);
    return {
      key: isSecond ? `${manifest.id}-${index + 1}` : manifest.id,
      manifest,
      origins: [...new Set([...pageOrigins(manifest), ...manifest.appDomains])],
    };
  });
}
