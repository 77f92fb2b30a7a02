/** One fault of a registration, in words for the developer. */
export interface Finding {
  /** Where it is in the Entra admin center, such as "Expose an API". */
  readonly where: string;
  readonly problem: string;
  readonly mend: string;
}
