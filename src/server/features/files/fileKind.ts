import type { FileKind } from '../../../contract/api.ts';

const extensions: Readonly<Partial<Record<FileKind, readonly string[]>>> = {
  document: ['doc', 'docx', 'docm', 'dot', 'dotx', 'dotm', 'odt', 'rtf'],
  workbook: ['xls', 'xlsx', 'xlsm', 'xlsb', 'xlt', 'xltx', 'xltm', 'ods', 'csv'],
  presentation: ['ppt', 'pptx', 'pptm', 'pot', 'potx', 'potm', 'pps', 'ppsx', 'ppsm', 'odp'],
  image: ['png', 'jpg', 'jpeg', 'gif', 'bmp', 'webp', 'svg', 'tif', 'tiff', 'heic'],
  pdf: ['pdf'],
};

const byExtension = new Map<string, FileKind>(
  Object.entries(extensions).flatMap(([kind, names]) =>
    names.map((name) => [name, kind as FileKind] as const),
  ),
);

/** The facets of a driveItem that determine its kind ("driveItem resource type"). */
export interface Facets {
  /** Of a file; empty if unknown. */
  readonly mimeType: string;
  readonly isFolder: boolean;
  /** Of a package, such as `oneNote`; Graph may add others. Undefined: not a package. */
  readonly packageType: string | undefined;
}

/** Returns the kind of an item, with or without facets. */
export function kindOf(name: string, { mimeType, isFolder, packageType }: Facets): FileKind {
  // A package has neither the file nor the folder facet.
  if (packageType !== undefined) return packageType.toLowerCase() === 'onenote' ? 'notebook' : 'package';
  return fileKind(name, mimeType, isFolder);
}

/** Returns the kind by file extension, and otherwise by media type, which OneDrive often leaves generic. */
export function fileKind(name: string, mimeType: string, isFolder: boolean): FileKind {
  if (isFolder) return 'folder';
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = byExtension.get(extension);
  if (known) return known;
  if (mimeType.startsWith('image/')) return 'image';
  if (mimeType === 'application/pdf') return 'pdf';
  if (/wordprocessingml|msword|opendocument\.text/.test(mimeType)) return 'document';
  if (/spreadsheetml|ms-excel|opendocument\.spreadsheet/.test(mimeType)) return 'workbook';
  if (/presentationml|ms-powerpoint|opendocument\.presentation/.test(mimeType)) return 'presentation';
  return 'other';
}
