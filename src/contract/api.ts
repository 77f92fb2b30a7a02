/** What pane and server say to each other. */

export const routes = {
  me: '/api/me',
  photo: '/api/me/photo',
  files: '/api/files',
  /** GET, PUT (If-Match), DELETE: see preferences.ts. */
  preferences: '/api/preferences',
  healthz: '/healthz',
  readyz: '/readyz',
} as const;

/** Header in which the pane names its request; the server logs it and answers with it. A UUID. */
export const CORRELATION_HEADER = 'x-correlation-id';

/** The scope that this API asks of a token, without the App ID URI before it. */
export const API_SCOPE = 'access_as_user';

export interface Me {
  /** Object id (`oid`) and tenant id (`tid`): the identity. Name and mail are for the eye only. */
  readonly id: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly jobTitle: string | null;
}

export type FileKind = 'folder' | 'document' | 'workbook' | 'presentation' | 'image' | 'pdf' | 'other';

export interface FileItem {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  /** Always https. */
  readonly webUrl: string;
  /** Bytes; of a folder, all that is in it. */
  readonly size: number;
  /** ISO 8601, UTC. */
  readonly lastModified: string;
}

export interface FilePage {
  readonly items: readonly FileItem[];
  /** Opaque; hand it to `GET /api/files?cursor=` for the next page. Null: this was the last. */
  readonly nextCursor: string | null;
}
