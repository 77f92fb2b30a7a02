/** What a manifest says of the place where the add-in runs and of its registration. */
export interface Deployment {
  /** ADDIN_ORIGIN, such as https://addin.example.com: https, no path. */
  readonly origin: string;
  /** CLIENT_ID or the placeholder; undefined: what stands there stays. */
  readonly clientId: string | undefined;
  /** SCOPE, split. */
  readonly scopes: readonly string[];
  /** One to four numbers, such as 1.2.0; undefined: what stands there stays. */
  readonly version?: string | undefined;
}
