interface Written {
  /** Where the step stands: file and line, for a message. */
  readonly at: string;
}

/** One thing that a recipe says to do. Files are paths below the project's folder, with slashes. */
export type Step = Written &
  (
    | { readonly kind: 'new'; readonly file: string; readonly text: string }
    | {
        readonly kind: 'below' | 'above' | 'instead of';
        readonly files: readonly string[];
        /** The beginning of the one line that is meant, without its indentation. */
        readonly line: string;
        readonly text: string;
      }
    | {
        readonly kind: 'without';
        readonly files: readonly string[];
        /** The beginning of the one line to delete, without its indentation. */
        readonly line: string;
      }
    | {
        readonly kind: 'words';
        readonly files: readonly string[];
        readonly old: string;
        readonly new: string;
      }
    | { readonly kind: 'delete'; readonly files: readonly string[] }
    | { readonly kind: 'run'; readonly commands: readonly string[] }
  );

export interface Recipe {
  /** Name of its page, without `.md`. */
  readonly name: string;
  readonly steps: readonly Step[];
}
