import {
  ApiObject,
  bagOf,
  childBag,
  entryBag,
  FixedCollection,
  modelBag,
  noBag,
  StoredObject,
  type Bag,
} from '../../rich/apiObject.ts';
import { asObject } from '../../envelope.ts';
import { failNotFound, invalidArgument, itemNotFound } from '../../rich/richApiError.ts';
import { slideSize, type PresentationModel, type SlideShape } from './presentationModel.ts';

export class Presentation extends ApiObject {
  static readonly apiTypes: readonly string[] = ['PowerPoint.Presentation'];
  override readonly apiType = 'PowerPoint.Presentation';
  readonly #model: PresentationModel;

  constructor(model: PresentationModel) {
    super();
    this.#model = model;
    model.report = (name) => this.apiReport(name, '');
  }

  override get apiBag(): Bag {
    return modelBag(this.#model);
  }

  get id(): string {
    return 'presentation-1';
  }

  get title(): string {
    return 'Presentation 1';
  }

  get slides(): ApiObject {
    return new Slides(this.#model, 'PowerPoint.SlideCollection', () => this.#model.slideIds);
  }

  get slideMasters(): ApiObject {
    return new FixedCollection('PowerPoint.SlideMasterCollection', [new SlideMaster(this.#model)]);
  }

  get tags(): ApiObject {
    return new Tags(childBag(this.apiBag, 'tags'));
  }

  getSelectedSlides(): ApiObject {
    return new Slides(this.#model, 'PowerPoint.SlideScopedCollection', () => this.#model.selectedSlides);
  }

  setSelectedSlides(ids: unknown): null {
    const wanted = Array.isArray(ids) ? ids.map(String) : [];
    if (wanted.some((id) => !this.#model.slideIds.includes(id)))
      throw itemNotFound('Presentation.setSelectedSlides');
    this.#model.select({ slides: wanted });
    return null;
  }

  getSelectedShapes(): ApiObject {
    const { selection } = this.#model;
    return new Shapes(this.#model, 'PowerPoint.ShapeScopedCollection', this.#model.current, (box) =>
      selection.shapes.includes(box.id),
    );
  }

  getSelectedTextRangeOrNullObject(): ApiObject | null {
    const { text, shapes } = this.#model.selection;
    const box = this.#model.boxes.find(({ id }) => id === shapes[0]);
    return box && text ? new TextRange(this.#model, box, text.start, text.length) : null;
  }

  getSelectedTextRange(): ApiObject {
    return this.getSelectedTextRangeOrNullObject() ?? failNotFound('Presentation.getSelectedTextRange');
  }

  /** Keeps the file without reading it: adds one blank slide. */
  insertSlidesFromBase64(base64: unknown, options?: unknown): null {
    this.#model.report('PowerPoint.Presentation.insertSlidesFromBase64 (content of the file)');
    const given = asObject(options) ?? {};
    const after = given['targetSlideId'] ?? given['TargetSlideId'];
    this.#model.addSlide(typeof after === 'string' ? this.#model.slideIds.indexOf(after) + 1 : 0);
    ((this.apiBag.write()['insertedFiles'] ??= []) as unknown[]).push({ base64 });
    return null;
  }
}

/** The presentation has one master with one layout. */
class SlideMaster extends ApiObject {
  static readonly apiTypes: readonly string[] = ['PowerPoint.SlideMaster'];
  override readonly apiType = 'PowerPoint.SlideMaster';
  override readonly apiBag: Bag;
  readonly #model: PresentationModel;

  constructor(model: PresentationModel) {
    super();
    this.#model = model;
    this.apiBag = childBag(modelBag(model), 'slideMaster');
  }

  get id(): string {
    return '2147483648#';
  }

  get name(): string {
    return 'Office Theme';
  }

  get layouts(): ApiObject {
    return new FixedCollection('PowerPoint.SlideLayoutCollection', [new SlideLayout(this.#model)]);
  }

  get shapes(): ApiObject {
    return new FixedCollection('PowerPoint.ShapeCollection', []);
  }
}

class SlideLayout extends ApiObject {
  static readonly apiTypes: readonly string[] = ['PowerPoint.SlideLayout'];
  override readonly apiType = 'PowerPoint.SlideLayout';
  override readonly apiBag: Bag;

  constructor(model: PresentationModel) {
    super();
    this.apiBag = childBag(modelBag(model), 'slideLayout');
  }

  get id(): string {
    return '2147483649#';
  }

  get name(): string {
    return 'Blank';
  }

  get type(): string {
    return 'Blank';
  }

  get shapes(): ApiObject {
    return new FixedCollection('PowerPoint.ShapeCollection', []);
  }
}

export class Slides extends ApiObject {
  static readonly apiTypes: readonly string[] = [
    'PowerPoint.SlideCollection',
    'PowerPoint.SlideScopedCollection',
  ];
  override readonly apiType: string;
  override readonly apiBag = noBag;
  readonly #model: PresentationModel;
  readonly #ids: () => readonly string[];

  /** @param ids returns the current ids of the slides in the collection */
  constructor(model: PresentationModel, type: string, ids: () => readonly string[]) {
    super();
    this.apiType = type;
    this.#model = model;
    this.#ids = ids;
  }

  override apiItems(): readonly ApiObject[] {
    return this.#ids().map((id) => new Slide(this.#model, id));
  }

  add(options?: unknown): null {
    const given = asObject(options) ?? {};
    const layout = given['layoutId'] ?? given['LayoutId'];
    if (typeof layout === 'string' && layout !== '' && layout !== '2147483649#')
      throw itemNotFound('SlideCollection.add');
    this.#model.addSlide();
    return null;
  }
}

export class Slide extends ApiObject {
  static readonly apiTypes: readonly string[] = ['PowerPoint.Slide'];
  override readonly apiType = 'PowerPoint.Slide';
  override readonly apiBag: Bag;
  readonly #model: PresentationModel;
  readonly #id: string;

  constructor(model: PresentationModel, id: string) {
    super();
    this.#model = model;
    this.#id = id;
    this.apiBag = childBag(childBag(modelBag(model), 'slides'), id);
  }

  get id(): string {
    return this.#id;
  }

  get index(): number {
    return this.#number - 1;
  }

  get shapes(): ApiObject {
    return new Shapes(this.#model, 'PowerPoint.ShapeCollection', this.#number);
  }

  get layout(): ApiObject {
    return new SlideLayout(this.#model);
  }

  get slideMaster(): ApiObject {
    return new SlideMaster(this.#model);
  }

  get tags(): ApiObject {
    return new Tags(childBag(this.apiBag, 'tags'));
  }

  delete(): null {
    this.#model.deleteSlide(this.#id);
    return null;
  }

  moveTo(index: unknown): null {
    this.#model.moveSlide(this.#id, Number(index));
    return null;
  }

  setSelectedShapes(ids: unknown): null {
    const wanted = Array.isArray(ids) ? ids.map(String) : [];
    const known = this.#model.on(this.#number).map(({ id }) => id);
    if (wanted.some((id) => !known.includes(id))) throw itemNotFound('Slide.setSelectedShapes');
    this.#model.select({ slides: [this.#id], shapes: wanted });
    return null;
  }

  /** Starts at 1; changes when a previous slide is deleted. */
  get #number(): number {
    const at = this.#model.slideIds.indexOf(this.#id);
    if (at < 0) throw itemNotFound('Slide');
    return at + 1;
  }
}

const measures = ['left', 'top', 'width', 'height'] as const;

/** Accepts the names of the members in camelCase and PascalCase. */
function placeOf(options: unknown): Partial<Record<(typeof measures)[number], number>> {
  const given = asObject(options) ?? {};
  return Object.fromEntries(
    measures.flatMap((name) => {
      const value = given[name] ?? given[name.charAt(0).toUpperCase() + name.slice(1)];
      return typeof value === 'number' && Math.abs(value) <= 10 * slideSize.width ? [[name, value]] : [];
    }),
  );
}

export class Shapes extends ApiObject {
  static readonly apiTypes: readonly string[] = [
    'PowerPoint.ShapeCollection',
    'PowerPoint.ShapeScopedCollection',
  ];
  override readonly apiType: string;
  override readonly apiBag = noBag;
  readonly #model: PresentationModel;
  readonly #slide: number;
  readonly #filter: (box: SlideShape) => boolean;

  constructor(
    model: PresentationModel,
    type: string,
    slide: number,
    filter: (box: SlideShape) => boolean = () => true,
  ) {
    super();
    this.apiType = type;
    this.#model = model;
    this.#slide = slide;
    this.#filter = filter;
  }

  override apiItems(): readonly ApiObject[] {
    return this.#model
      .on(this.#slide)
      .filter(this.#filter)
      .map((box) => new Shape(this.#model, box));
  }

  addTextBox(text: unknown, options?: unknown): ApiObject {
    const given = typeof text === 'string' ? text : '';
    return new Shape(this.#model, this.#model.addBox(this.#slide, given, placeOf(options)));
  }

  addGeometricShape(type: unknown, options?: unknown): ApiObject {
    const box = this.#model.addShape(this.#slide, 'GeometricShape', placeOf(options));
    box.properties = { geometricShapeType: type };
    return new Shape(this.#model, box);
  }

  addLine(connectorType: unknown = 'Straight', options?: unknown): ApiObject {
    const box = this.#model.addShape(this.#slide, 'Line', placeOf(options));
    box.properties = { connectorType };
    return new Shape(this.#model, box);
  }
}

export class Shape extends ApiObject {
  static readonly apiTypes: readonly string[] = ['PowerPoint.Shape'];
  override readonly apiType = 'PowerPoint.Shape';
  override readonly apiBag: Bag;
  readonly #model: PresentationModel;
  readonly #box: SlideShape;

  constructor(model: PresentationModel, box: SlideShape) {
    super();
    this.#model = model;
    this.#box = box;
    this.apiBag = entryBag(box);
  }

  get tags(): ApiObject {
    return new ShapeTags(this.#box);
  }

  get fill(): ApiObject {
    return new ShapeFill(childBag(this.apiBag, 'fill'));
  }

  get textFrameOrNullObject(): ApiObject | null {
    return withoutText.has(this.type) ? null : new TextFrame(this.#model, this.#box);
  }

  get textFrame(): ApiObject {
    const frame = this.textFrameOrNullObject;
    if (frame) return frame;
    throw invalidArgument('Shape.textFrame', 'This type of shape has no text frame.');
  }

  delete(): null {
    this.#model.boxes = this.#model.boxes.filter((box) => box !== this.#box);
    return null;
  }

  getParentSlideOrNullObject(): ApiObject {
    return this.getParentSlide();
  }

  getParentSlide(): ApiObject {
    return new Slide(this.#model, this.#model.slideIds[this.#box.slide - 1] ?? '');
  }

  getParentSlideLayoutOrNullObject(): ApiObject | null {
    return null;
  }

  getParentSlideLayout(): ApiObject {
    return failNotFound('Shape.getParentSlideLayout');
  }

  getParentSlideMasterOrNullObject(): ApiObject | null {
    return null;
  }

  getParentSlideMaster(): ApiObject {
    return failNotFound('Shape.getParentSlideMaster');
  }

  get id(): string {
    return this.#box.id;
  }

  get type(): string {
    return this.#box.kind === 'textBox' ? 'TextBox' : (this.#box.type ?? 'GeometricShape');
  }

  get name(): string {
    return this.#box.name;
  }

  set name(value: unknown) {
    this.#box.name = String(value);
  }

  get left(): number {
    return this.#box.left;
  }

  set left(value: unknown) {
    this.#box.left = Number(value);
  }

  get top(): number {
    return this.#box.top;
  }

  set top(value: unknown) {
    this.#box.top = Number(value);
  }

  get width(): number {
    return this.#box.width;
  }

  set width(value: unknown) {
    this.#box.width = Number(value);
  }

  get height(): number {
    return this.#box.height;
  }

  set height(value: unknown) {
    this.#box.height = Number(value);
  }
}

const withoutText: ReadonlySet<string> = new Set([
  'Image',
  'Line',
  'Group',
  'Table',
  'Chart',
  'Media',
  'Ole',
]);

class ShapeFill extends ApiObject {
  static readonly apiTypes: readonly string[] = ['PowerPoint.ShapeFill'];
  override readonly apiType = 'PowerPoint.ShapeFill';
  override readonly apiBag: Bag;

  constructor(bag: Bag) {
    super();
    this.apiBag = bag;
  }

  get type(): string {
    const type = this.apiBag.read()?.['type'];
    return typeof type === 'string' ? type : 'NoFill';
  }

  setSolidColor(color: unknown): null {
    Object.assign(this.apiBag.write(), { type: 'Solid', foregroundColor: color });
    return null;
  }

  clear(): null {
    Object.assign(this.apiBag.write(), { type: 'NoFill', foregroundColor: '' });
    return null;
  }
}

/** Tags of a shape are in its entry: keys in upper case, like PowerPoint's. */
class ShapeTags extends ApiObject {
  static readonly apiTypes: readonly string[] = ['PowerPoint.TagCollection'];
  override readonly apiType = 'PowerPoint.TagCollection';
  override readonly apiBag = noBag;
  readonly #box: { tags?: Record<string, string> };

  constructor(box: { tags?: Record<string, string> }) {
    super();
    this.#box = box;
  }

  override apiItems(): readonly ApiObject[] {
    return Object.entries(this.#box.tags ?? {}).map(
      ([key, value]) => new StoredObject('PowerPoint.Tag', bagOf({ key, value }), 'PowerPoint.Tag'),
    );
  }

  add(key: unknown, value: unknown): null {
    this.#box.tags = { ...this.#box.tags, [String(key).toUpperCase()]: String(value) };
    return null;
  }

  delete(key: unknown): null {
    const tags = { ...this.#box.tags };
    delete tags[String(key).toUpperCase()];
    this.#box.tags = tags;
    return null;
  }
}

/** Tags of a slide or of the presentation. */
class Tags extends ShapeTags {
  static override readonly apiTypes: readonly string[] = [];

  constructor(bag: Bag) {
    super({
      get tags() {
        return (bag.read() ?? {}) as Record<string, string>;
      },
      set tags(value: Record<string, string>) {
        const stored = bag.write();
        for (const key of Object.keys(stored)) delete stored[key];
        Object.assign(stored, value);
      },
    });
  }
}

class TextFrame extends ApiObject {
  static readonly apiTypes: readonly string[] = ['PowerPoint.TextFrame'];
  override readonly apiType = 'PowerPoint.TextFrame';
  override readonly apiBag: Bag;
  readonly #model: PresentationModel;
  readonly #box: SlideShape;

  constructor(model: PresentationModel, box: SlideShape) {
    super();
    this.#model = model;
    this.#box = box;
    this.apiBag = childBag(entryBag(box), 'textFrame');
  }

  get textRange(): ApiObject {
    return new TextRange(this.#model, this.#box);
  }

  get hasText(): boolean {
    return this.#box.text !== '';
  }

  get autoSizeSetting(): string {
    return this.#box.autoSize ?? 'AutoSizeNone';
  }

  set autoSizeSetting(value: unknown) {
    this.#box.autoSize = String(value);
  }

  deleteText(): null {
    this.#box.text = '';
    return null;
  }

  getParentShape(): ApiObject {
    return new Shape(this.#model, this.#box);
  }
}

/** The text of a shape, or a part of it. */
class TextRange extends ApiObject {
  static readonly apiTypes: readonly string[] = ['PowerPoint.TextRange'];
  override readonly apiType = 'PowerPoint.TextRange';
  readonly #model: PresentationModel;
  readonly #box: SlideShape;
  #start: number;
  #length: number | undefined;

  constructor(model: PresentationModel, box: SlideShape, start = 0, length?: number) {
    super();
    this.#model = model;
    this.#box = box;
    this.#start = start;
    this.#length = length;
  }

  /** Properties of a part of the text are separate from those of the whole. */
  override get apiBag(): Bag {
    const text = childBag(entryBag(this.#box), 'text');
    return this.#isWhole ? text : childBag(childBag(text, 'parts'), `${this.#start},${this.#length ?? ''}`);
  }

  get #isWhole(): boolean {
    return this.#start === 0 && this.#length === undefined;
  }

  get font(): ApiObject {
    return new Font(this.#box, childBag(this.apiBag, 'font'), this.#isWhole);
  }

  getSubstring(start: unknown, length?: unknown): ApiObject {
    const from = this.#start + Number(start);
    const end = typeof length === 'number' ? from + length : this.#box.text.length;
    if (from < 0 || end > this.#box.text.length) {
      throw invalidArgument('TextRange.getSubstring', 'The substring is outside the text.');
    }
    return new TextRange(this.#model, this.#box, from, end - from);
  }

  getParentTextFrame(): ApiObject {
    return new TextFrame(this.#model, this.#box);
  }

  setSelected(): null {
    this.#model.select({
      slides: [this.#model.slideIds[this.#box.slide - 1] ?? ''],
      shapes: [this.#box.id],
      text: { start: this.#start, length: this.length },
    });
    return null;
  }

  /** In builds newer than npm's. */
  setHyperlink(options: unknown): null {
    const given = asObject(options);
    const address = given?.['address'] ?? given?.['Address'];
    if (typeof address === 'string') this.#box.links = [...this.#box.links, { text: this.text, address }];
    return null;
  }

  get text(): string {
    return this.#box.text.slice(
      this.#start,
      this.#length === undefined ? undefined : this.#start + this.#length,
    );
  }

  set text(value: unknown) {
    const { text } = this.#box;
    const given = String(value);
    this.#box.text = text.slice(0, this.#start) + given + text.slice(this.#start + this.text.length);
    if (this.#length !== undefined) this.#length = given.length;
  }

  get start(): number {
    return this.#start;
  }

  set start(value: unknown) {
    this.#start = Number(value);
  }

  get length(): number {
    return this.text.length;
  }

  set length(value: unknown) {
    this.#length = Number(value);
  }
}

class Font extends ApiObject {
  static readonly apiTypes: readonly string[] = ['PowerPoint.ShapeFont'];
  override readonly apiType = 'PowerPoint.ShapeFont';
  override readonly apiBag: Bag;
  readonly #box: SlideShape;
  readonly #isWhole: boolean;

  constructor(box: SlideShape, bag: Bag, isWhole: boolean) {
    super();
    this.#box = box;
    this.apiBag = bag;
    this.#isWhole = isWhole;
  }

  get size(): unknown {
    return this.apiBag.read()?.['size'] ?? this.#box.fontSize ?? 18;
  }

  set size(value: unknown) {
    if (this.#isWhole) this.#box.fontSize = Number(value);
    else this.apiBag.write()['size'] = value;
  }
}

export const presentationClasses = [
  Presentation,
  SlideMaster,
  SlideLayout,
  Slides,
  Slide,
  Shapes,
  Shape,
  ShapeFill,
  ShapeTags,
  TextFrame,
  TextRange,
  Font,
];
