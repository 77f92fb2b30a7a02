import { make } from '../../dom.ts';
import { asObject } from '../../envelope.ts';
import { showFont } from '../fontStyle.ts';
import { linked } from '../word/wordView.ts';
import { slideSize, type PresentationModel, type SlideShape } from './presentationModel.ts';

/**
 * Renders the list of slides with the current slide next to it.
 * @param selected called when the user selects a slide
 */
export function powerPointView(
  model: PresentationModel,
  into: HTMLElement,
  selected: () => void = () => {},
): void {
  const thumbnails = make('div', { class: 'slide-list', role: 'group', 'aria-label': 'Slides' });
  for (let number = 1; number <= model.slides; number++) {
    const current = number === model.current;
    const button = make(
      'button',
      { type: 'button', 'aria-pressed': String(current), 'aria-label': `Slide ${number}` },
      make('span', { class: 'slide-number' }, String(number)),
      slideView(model, number),
    );
    button.addEventListener('click', () => {
      model.current = number;
      powerPointView(model, into, selected);
      into.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
      selected();
    });
    thumbnails.append(button);
  }
  into.replaceChildren(
    thumbnails,
    make('div', { class: 'slide-stage' }, slideView(model, model.current, true)),
  );
}

/** Draws a slide in points; the SVG scales it, so a thumbnail is the same drawing. */
function slideView(model: PresentationModel, number: number, large = false): Element {
  const svg = svgElement('svg', {
    viewBox: `0 0 ${slideSize.width} ${slideSize.height}`,
    class: 'slide',
    ...(large ? { role: 'group', 'aria-label': `Slide ${number}` } : { 'aria-hidden': 'true' }),
  });
  for (const box of model.on(number)) svg.append(boxView(box, large));
  return svg;
}

function boxView(box: SlideShape, large: boolean): Element {
  const drawn = svgElement('g', { 'data-shape': box.id });
  if (box.kind === 'shape') drawn.append(frameOf(box));
  const holder = svgElement('foreignObject', {
    x: String(box.left),
    y: String(box.top),
    width: String(Math.max(box.width, 1)),
    height: String(Math.max(slideSize.height - box.top, 1)),
  });
  const text = make('div', { class: 'text-box' }, ...(large ? linked(box.text, box.links) : [box.text]));
  showFont(text, asObject(asObject(box.properties?.['text'])?.['font']));
  text.style.fontSize = `${box.fontSize ?? 18}px`;
  holder.append(text);
  drawn.append(holder);
  return drawn;
}

/** Draws the frame of a shape that isn't a text box, such as a picture or placeholder. */
function frameOf(box: SlideShape): Element {
  const fill = asObject(box.properties?.['fill'])?.['foregroundColor'];
  return svgElement('rect', {
    ...(typeof fill === 'string' && fill !== '' ? { fill } : {}),
    class: 'slide-shape',
    'data-type': box.type ?? 'GeometricShape',
    x: String(box.left),
    y: String(box.top),
    width: String(Math.max(box.width, 1)),
    height: String(Math.max(box.height, 1)),
  });
}

function svgElement(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
