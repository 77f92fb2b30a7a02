/** One fault of a manifest, in words for the developer. */
export interface Finding {
  /** Name of the file, such as manifest.xml. */
  readonly file: string;
  /** The element and its line, such as "OfficeApp > Version, line 14". */
  readonly where: string;
  readonly problem: string;
  readonly mend: string;
}

/** The finding as it is printed: three sentences. */
export function findingText({ file, where, problem, mend }: Finding): string {
  return `${file}, ${where}: ${problem}\n    ${mend}`;
}
