import { ApiObject, bagOf, childBag, noBag, type Bag, type Properties } from '../../rich/apiObject.ts';
import { failNotFound, invalidArgument } from '../../rich/richApiError.ts';
import { parseArea } from './address.ts';
import { ExcelRange, sheetIn, type WorkbookObjects } from './excelRange.ts';

/** The user of the workbook. */
const author = { authorName: 'Adele Vance', authorEmail: 'adele@contoso.example' } as const;

interface CommentProperties extends Properties {
  readonly id: string;
  /** Address without the sheet. */
  readonly cell: string;
}

/** Comments of a worksheet, or of the workbook. */
export class ExcelComments extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.CommentCollection'];
  override readonly apiType = 'Excel.CommentCollection';
  override readonly apiBag = noBag;
  readonly #workbook: WorkbookObjects;
  readonly #sheet: string | undefined;

  /** @param sheet undefined: all sheets */
  constructor(workbook: WorkbookObjects, sheet?: string) {
    super();
    this.#workbook = workbook;
    this.#sheet = sheet;
  }

  override get apiEvents(): readonly string[] {
    return ['onAdded', 'onChanged', 'onDeleted'];
  }

  override apiItems(): readonly ExcelComment[] {
    const sheets = this.#sheet === undefined ? this.#workbook.model.sheets : [this.#sheet];
    return sheets.flatMap((sheet) =>
      commentsOf(this.#workbook, sheet).map((comment) => new ExcelComment(this.#workbook, sheet, comment)),
    );
  }

  add(cellAddress: unknown, content: unknown, contentType: unknown = 'Plain'): ApiObject {
    const { sheet, cell } = this.#cellAt(cellAddress, 'add');
    if (commentsOf(this.#workbook, sheet).some((comment) => comment.cell === cell))
      throw invalidArgument('CommentCollection.add', 'The cell already has a comment.');
    const comment: CommentProperties = { ...newEntry(content, contentType), id: newId(), cell };
    const bag = childBag(this.#workbook.model.bag(sheet), 'comments').write();
    ((bag['items'] ??= []) as Properties[]).push(comment);
    this.#workbook.model.events.comment('added', sheet, comment.id);
    return new ExcelComment(this.#workbook, sheet, comment);
  }

  getItemByCell(cellAddress: unknown): ApiObject {
    const { sheet, cell } = this.#cellAt(cellAddress, 'getItemByCell');
    const found = commentsOf(this.#workbook, sheet).find((comment) => comment.cell === cell);
    return found
      ? new ExcelComment(this.#workbook, sheet, found)
      : failNotFound('CommentCollection.getItemByCell');
  }

  getItemByReplyId(replyId: unknown): ApiObject {
    const found = this.apiItems().find((comment) => comment.apiReplies.some(({ id }) => id === replyId));
    return found ?? failNotFound('CommentCollection.getItemByReplyId');
  }

  #cellAt(given: unknown, method: string): { sheet: string; cell: string } {
    const address = given instanceof ExcelRange ? given.address : String(given);
    const cell = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
    if (!parseArea(cell))
      throw invalidArgument(`CommentCollection.${method}`, `${address} is not a valid address.`);
    return { sheet: sheetIn(address) ?? this.#sheet ?? this.#workbook.model.activeSheet, cell };
  }
}

class ExcelComment extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.Comment'];
  override readonly apiType = 'Excel.Comment';
  override readonly apiBag: Bag;
  readonly #workbook: WorkbookObjects;
  readonly #sheet: string;
  readonly #comment: CommentProperties;

  constructor(workbook: WorkbookObjects, sheet: string, comment: CommentProperties) {
    super();
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.#comment = comment;
    this.apiBag = bagOf(comment);
  }

  get apiReplies(): Properties[] {
    return (this.#comment['replies'] ?? []) as Properties[];
  }

  get id(): string {
    return this.#comment.id;
  }

  get authorName(): unknown {
    return this.#comment['authorName'];
  }

  get authorEmail(): unknown {
    return this.#comment['authorEmail'];
  }

  get creationDate(): unknown {
    return this.#comment['creationDate'];
  }

  get contentType(): unknown {
    return this.#comment['contentType'];
  }

  get content(): unknown {
    return this.#comment['content'];
  }

  set content(value: unknown) {
    (this.#comment as Properties)['content'] = value;
    this.#workbook.model.events.comment('changed', this.#sheet, this.id);
  }

  get replies(): ApiObject {
    return new ExcelReplies(this, this.#comment);
  }

  getLocation(): ApiObject {
    const area = parseArea(this.#comment.cell) ?? failNotFound('Comment.getLocation');
    return new ExcelRange(this.#workbook, this.#sheet, area);
  }

  updateMentions(given: unknown): null {
    return mention(this.#comment, given);
  }

  delete(): null {
    const bag = childBag(this.#workbook.model.bag(this.#sheet), 'comments').write();
    bag['items'] = commentsOf(this.#workbook, this.#sheet).filter((comment) => comment !== this.#comment);
    this.#workbook.model.events.comment('deleted', this.#sheet, this.id);
    return null;
  }
}

class ExcelReplies extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.CommentReplyCollection'];
  override readonly apiType = 'Excel.CommentReplyCollection';
  override readonly apiBag = noBag;
  readonly #parent: ExcelComment;
  readonly #comment: Properties;

  constructor(parent: ExcelComment, comment: Properties) {
    super();
    this.#parent = parent;
    this.#comment = comment;
  }

  override apiItems(): readonly ApiObject[] {
    return this.#parent.apiReplies.map((reply) => new ExcelReply(this.#parent, this.#comment, reply));
  }

  add(content: unknown, contentType: unknown = 'Plain'): ApiObject {
    const reply: Properties = { ...newEntry(content, contentType), id: newId() };
    this.#comment['replies'] = [...this.#parent.apiReplies, reply];
    return new ExcelReply(this.#parent, this.#comment, reply);
  }
}

class ExcelReply extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.CommentReply'];
  override readonly apiType = 'Excel.CommentReply';
  override readonly apiBag: Bag;
  readonly #parent: ExcelComment;
  readonly #comment: Properties;
  readonly #reply: Properties;

  constructor(parent: ExcelComment, comment: Properties, reply: Properties) {
    super();
    this.#parent = parent;
    this.#comment = comment;
    this.#reply = reply;
    this.apiBag = bagOf(reply);
  }

  get authorName(): unknown {
    return this.#reply['authorName'];
  }

  get authorEmail(): unknown {
    return this.#reply['authorEmail'];
  }

  get creationDate(): unknown {
    return this.#reply['creationDate'];
  }

  get contentType(): unknown {
    return this.#reply['contentType'];
  }

  get resolved(): boolean {
    return this.#comment['resolved'] === true;
  }

  getParentComment(): ApiObject {
    return this.#parent;
  }

  getLocation(): ApiObject {
    return this.#parent.getLocation();
  }

  updateMentions(given: unknown): null {
    return mention(this.#reply, given);
  }

  delete(): null {
    this.#comment['replies'] = this.#parent.apiReplies.filter((reply) => reply !== this.#reply);
    return null;
  }
}

const newId = () => `{${crypto.randomUUID().toUpperCase()}}`;

function newEntry(content: unknown, contentType: unknown): Properties {
  return {
    ...author,
    ...(typeof content === 'object' && content !== null ? mentionProperties(content) : { content }),
    contentType,
    creationDate: new Date().toISOString(),
  };
}

/** Content with mentions: `{ mentions, richContent }`. */
function mentionProperties(given: object): Properties {
  const { mentions = [], richContent = '' } = given as { mentions?: unknown; richContent?: unknown };
  return { mentions, richContent, content: String(richContent).replaceAll(/<[^>]*>/g, '') };
}

function mention(entry: Properties, given: unknown): null {
  if (typeof given === 'object' && given !== null)
    Object.assign(entry, mentionProperties(given), { contentType: 'Mention' });
  return null;
}

function commentsOf(workbook: WorkbookObjects, sheet: string): CommentProperties[] {
  return (childBag(workbook.model.bag(sheet), 'comments').read()?.['items'] ?? []) as CommentProperties[];
}

export const excelCommentClasses = [ExcelComments, ExcelComment, ExcelReplies, ExcelReply];
