/** Origin and registration of the add-in, as manifests contain them. */
export interface Deployment {
  /** ADDIN_ORIGIN, such as https://addin.example.com: https, no path. */
  readonly origin: string;
  /** CLIENT_ID or the placeholder; undefined: keep the current value. */
  readonly clientId: string | undefined;
  /** SCOPE, split. */
  readonly scopes: readonly string[];
  /** One to four numbers, such as 1.2.0; undefined: keep the current version. */
  readonly version?: string | undefined;
}
