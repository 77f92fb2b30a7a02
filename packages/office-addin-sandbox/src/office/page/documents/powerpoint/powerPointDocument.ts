import { UnmodeledObject, HostObject } from '../../rich/hostObject.ts';
import { commonError, type OfficeDocument } from '../officeDocument.ts';
import { powerPointView } from './powerPointView.ts';
import { PresentationModel } from './presentationModel.ts';
import { Slides } from './slides.ts';

export function powerPointDocument(): OfficeDocument {
  const model = new PresentationModel();
  return {
    root: new Presentation(model),
    content: () => model.content,
    load: (content) => model.load(content),
    render: (into) => powerPointView(model, into),
    setSelectedData: (coercion, data) => {
      if (coercion !== 'text' || typeof data !== 'string') return commonError.coercionNotSupported;
      model.addBox(model.current, data, {});
      return commonError.none;
    },
  };
}

class Presentation extends HostObject {
  readonly #model: PresentationModel;

  constructor(model: PresentationModel) {
    super();
    this.#model = model;
  }

  override get(name: string): HostObject | undefined {
    if (name === 'Presentation') return this;
    if (name !== 'Slides') return undefined;
    return new Slides(this.#model, () => this.#model.slideIds);
  }

  override method(name: string): HostObject {
    if (name === 'GetSelectedSlides')
      return new Slides(this.#model, () =>
        this.#model.slideIds.slice(this.#model.current - 1, this.#model.current),
      );
    return new UnmodeledObject();
  }

  override load(): Record<string, unknown> {
    return { Title: 'Presentation 1' };
  }
}
