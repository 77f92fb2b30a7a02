import { EventQueue } from '../../rich/eventQueue.ts';
import { commonError, type OfficeDocument } from '../officeDocument.ts';
import { powerPointView } from './powerPointView.ts';
import { PresentationModel } from './presentationModel.ts';
import { Presentation } from './presentationObjects.ts';

export function powerPointDocument(): OfficeDocument {
  const model = new PresentationModel();
  const events = new EventQueue();
  return {
    events,
    selectionState: () => JSON.stringify([model.selectedSlides, model.selection]),
    root: new Presentation(model),
    content: () => model.content,
    viewState: () => String(model.current),
    load: (content) => model.load(content),
    render: (into) => powerPointView(model, into, () => events.flush()),
    setSelectedData: (coercion, data) => {
      if (coercion !== 'text' || typeof data !== 'string') return commonError.coercionNotSupported;
      model.addBox(model.current, data, {});
      return commonError.none;
    },
    selectedData: (coercion) => selectedData(model, coercion),
  };
}

/** Returns undefined for a coercion type that the sandbox lacks. */
function selectedData(model: PresentationModel, coercion: string): unknown {
  if (coercion === 'slideRange') {
    // office.js parses a list of id, title and index.
    const slides = model.selectedSlides.map((id) => {
      const index = model.slideIds.indexOf(id) + 1;
      return [Number.parseInt(id, 10), model.on(index)[0]?.text ?? '', index];
    });
    return JSON.stringify(slides);
  }
  if (coercion !== 'text') return undefined;
  const { shapes, text } = model.selection;
  const box = model.boxes.find(({ id }) => id === shapes[0]);
  return box && text ? box.text.slice(text.start, text.start + text.length) : '';
}
