import { inChunks } from './inChunks.ts';
import {
  formatFor,
  type InsertJob,
  type InsertPlace,
  type InsertResult,
  type OfficeFacts,
} from './insertJob.ts';
import { requireWritable } from './problems.ts';
import { slideText, type SlideText } from './slideText.ts';
import { whileItMoves } from './whileItMoves.ts';

/** More lines than this cannot be read on a slide; the rest goes onto slides of its own at the end. */
const LINES_ON_A_SLIDE = 16;

/**
 * A text box with a line per file on the selected slide. Needs PowerPointApi 1.4 (addTextBox); the selected slide
 * is known from 1.5 on (before: the first slide), links in text from 1.10 on (before: the address as text).
 * npm's office.js of 2022 ends at 1.4, whatever its host says, so the methods are looked for as well.
 * Throws ProblemError, or the signal's reason.
 */
export async function insertIntoPowerPoint(
  office: OfficeFacts,
  powerPoint: Pick<typeof PowerPoint, 'run'>,
  job: InsertJob,
): Promise<InsertResult> {
  requireWritable(office, 'PowerPointApi', '1.4');
  const canLink = office.isSetSupported('PowerPointApi', '1.10');
  const knowsSelection = office.isSetSupported('PowerPointApi', '1.5');
  const withFacts = formatFor('powerpoint', job.format) === 'list';
  const pages = inChunks(job.files, canLink ? LINES_ON_A_SLIDE : LINES_ON_A_SLIDE / 2);

  return whileItMoves(
    (step) =>
      powerPoint.run(async (context) => {
        const { slides } = context.presentation;
        const total = slides.getCount();
        await context.sync();
        step();
        const target = await targetSlide(context, knowsSelection, total.value);
        step();
        // Slides are added at the end, each with its text, so that a cancel leaves no empty ones; when there was none,
        // the first added one is the target itself.
        let done = 0;
        const firstOwn = Math.max(total.value, 1);
        for (const [index, files] of pages.entries()) {
          if (index > 0) slides.add();
          const slide = index === 0 ? target.slide : slides.getItemAt(firstOwn + index - 1);
          addTextBox(slide, slideText(files, job.labels, canLink, withFacts));
          await context.sync();
          done += files.length;
          job.onProgress?.(done);
          step();
        }
        const place: InsertPlace =
          pages.length > 1 ? { kind: 'severalSlides', slides: pages.length } : { kind: target.kind };
        return { count: job.files.length, place };
      }),
    { signal: job.signal },
  );
}

async function targetSlide(
  context: PowerPoint.RequestContext,
  knowsSelection: boolean,
  slideCount: number,
): Promise<{ slide: PowerPoint.Slide; kind: 'slide' | 'firstSlide' }> {
  const { presentation } = context;
  if (slideCount === 0) {
    presentation.slides.add();
    await context.sync();
  } else if (knowsSelection && typeof presentation.getSelectedSlides === 'function') {
    const selected = presentation.getSelectedSlides();
    selected.load('items/id');
    await context.sync();
    const [first] = selected.items;
    if (first) return { slide: first, kind: 'slide' };
  }
  return { slide: presentation.slides.getItemAt(0), kind: slideCount === 1 ? 'slide' : 'firstSlide' };
}

/** Points; a slide is at least 720 by 405. */
const BOX = { left: 40, top: 60, width: 640, height: 60 };
const FONT_SIZE = 14;

function addTextBox(slide: PowerPoint.Slide, { text, links }: SlideText): void {
  const { textFrame } = slide.shapes.addTextBox(text, BOX);
  textFrame.wordWrap = true;
  textFrame.autoSizeSetting = 'AutoSizeShapeToFitText';
  textFrame.textRange.font.size = FONT_SIZE;
  for (const { start, length, address } of links) {
    const name = textFrame.textRange.getSubstring(start, length);
    if (typeof name.setHyperlink === 'function') name.setHyperlink({ address });
  }
}
