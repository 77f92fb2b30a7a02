/** The folder DATABASE_DIR cannot be used. The message names the folder and the fix, and is safe to log. */
export class FolderFault extends Error {
  override readonly name = 'FolderFault';
  /** For the log: DATABASE_DIR_FOREIGN, DATABASE_DIR_BROKEN, or the system's own code such as EACCES. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Explains an error of the file system. @returns the error itself where it is not one */
export function explainSystemError(folder: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || syscall === undefined) return error;
  return new FolderFault(
    code,
    `The folder ${folder} cannot be used for the embedded database: ${REASONS[code] ?? code}. ` +
      'Set DATABASE_DIR to a folder that this account can create and write, or set DATABASE_URL.',
    { cause: error },
  );
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied (EACCES)',
  EPERM: 'the system does not permit it (EPERM)',
  EROFS: 'the file system is read-only (EROFS)',
  ENOSPC: 'the disk is full (ENOSPC)',
  EDQUOT: 'the disk quota is used up (EDQUOT)',
  EEXIST: 'a file or a broken link has that name (EEXIST)',
  ENOTDIR: 'it, or a part of its path, is a file (ENOTDIR)',
  ENOENT: 'it does not exist and cannot be created (ENOENT)',
  ELOOP: 'its symbolic links lead in a circle (ELOOP)',
  ENAMETOOLONG: 'its path is too long (ENAMETOOLONG)',
};
