/** Something that a check found wrong, in words for the developer. */
export interface Finding {
  /** File, element, setting or page of the Entra admin center. Never the value of a setting, which may be a secret. */
  readonly where: string;
  /** One sentence. */
  readonly problem: string;
  /** What to do about it. */
  readonly fix: string;
}
