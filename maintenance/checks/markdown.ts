import { dirname, join } from 'node:path/posix';

/** A link, image or HTML reference of a Markdown page. */
export interface Link {
  readonly line: number;
  /** The address as written, such as `../deploy.md#slots`. */
  readonly target: string;
}

const EXTERNAL = /^(?:[a-z][a-z\d+.-]*:|\/\/)/iu;

/** Blanks out code blocks and inline code; line numbers stay the same. */
function withoutCode(text: string): string {
  const blank = (code: string) => code.replaceAll(/[^\n]/gu, ' ');
  return text
    .replaceAll(/^(?<indent> *)(?<fence>`{3,}|~{3,})[^]*?^\k<indent>\k<fence> *$/gmu, blank)
    .replaceAll(/(?<ticks>`+)[^]*?\k<ticks>/gu, blank);
}

/** Returns the relative links of a page: inline links and images, link definitions, and `href` and `src` in HTML. */
export function relativeLinks(text: string): Link[] {
  const prose = withoutCode(text);
  const forms = [
    /\]\(<?(?<target>[^)\s>]+)>?(?:\s+"[^"]*")?\)/gu,
    /^ {0,3}\[[^\]]+\]:\s*<?(?<target>[^\s>]+)/gmu,
    /\s(?:href|src)="(?<target>[^"]+)"/gu,
  ];
  return forms
    .flatMap((form) => [...prose.matchAll(form)])
    .map((match) => ({
      line: prose.slice(0, match.index).split('\n').length,
      target: match.groups?.['target'] ?? '',
    }))
    .filter(({ target }) => !EXTERNAL.test(target));
}

/**
 * Returns the anchors that GitHub gives to the headings of a page, and those that the page sets with `<a id>`.
 * Repeated headings get the suffixes -1, -2, …
 */
export function anchors(text: string): string[] {
  const page = text.replaceAll(/^ *```[^]*?^ *```/gmu, '');
  const seen = new Map<string, number>();
  const headings = [...page.matchAll(/^#{1,6} +(?<heading>.+?) *#*$/gmu)].map(({ groups = {} }) => {
    const slug = (groups['heading'] ?? '')
      .replaceAll(/\[(?<text>[^\]]*)\]\([^)]*\)/gu, '$<text>')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${String(times)}`;
  });
  const set = [...page.matchAll(/<\w+ [^>]*\b(?:id|name)="(?<id>[^"]+)"/gu)].map(
    ({ groups = {} }) => groups['id'] ?? '',
  );
  return [...headings, ...set];
}

/** What the link check asks about the project. Paths have `/` and are relative to the project. */
export interface ProjectLookup {
  /** A file or folder. */
  readonly exists: (path: string) => boolean;
  readonly read: (path: string) => string;
}

/** Returns the links of a page that lead to a missing file, outside of the project or to a missing heading. */
export function deadLinks(page: string, { exists, read }: ProjectLookup): Link[] {
  return relativeLinks(read(page)).filter(({ target }) => {
    const [path = '', anchor] = decodeURIComponent(target).split('#');
    const file = path === '' ? page : join(dirname(page), path);
    if (file.startsWith('../') || !exists(file)) return true;
    return anchor !== undefined && file.endsWith('.md') && !anchors(read(file)).includes(anchor);
  });
}
