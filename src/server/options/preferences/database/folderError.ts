/** DATABASE_DIR cannot be used. The message names the folder and the fix, and is safe to log. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
  /** For the log: DATABASE_DIR_FOREIGN, DATABASE_DIR_BROKEN, or a system error code such as EACCES. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Converts a file system error to a FolderError. Returns any other error unchanged. */
export function explainSystemError(folder: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || syscall === undefined) return error;
  return new FolderError(
    code,
    `The folder ${folder} cannot be used for the embedded database: ${REASONS[code] ?? code}. ` +
      'Set DATABASE_DIR to a folder that this account can create and write, or set DATABASE_URL.',
    { cause: error },
  );
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied (EACCES)',
  EPERM: 'operation not permitted (EPERM)',
  EROFS: 'the file system is read-only (EROFS)',
  ENOSPC: 'the disk is full (ENOSPC)',
  EDQUOT: 'the disk quota is exceeded (EDQUOT)',
  EEXIST: 'a file or a broken link has that name (EEXIST)',
  ENOTDIR: 'it, or a part of its path, is a file (ENOTDIR)',
  ENOENT: 'it does not exist and cannot be created (ENOENT)',
  ELOOP: 'its symbolic links form a loop (ELOOP)',
  ENAMETOOLONG: 'its path is too long (ENAMETOOLONG)',
};
