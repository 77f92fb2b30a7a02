import { EventQueue } from '../../rich/eventQueue.ts';
import { readHtml } from '../html/readHtml.ts';
import { commonError, type OfficeDocument } from '../officeDocument.ts';
import { cellText, newParagraph, newTable, rowsOf, textOf, WordModel } from './wordModel.ts';
import { WordDocumentObject } from './wordObjects.ts';
import { WordTableObject, WordTables } from './wordTables.ts';
import { wordView } from './wordView.ts';

export function wordDocument(): OfficeDocument {
  const model = new WordModel({
    table: (owner, table) => new WordTableObject(owner, table),
    tables: (owner, entries) => new WordTables(owner, entries),
  });
  const selectionState = () => {
    const { selection } = model;
    return JSON.stringify(
      selection && [model.entries.indexOf(selection.entry), selection.start, selection.end],
    );
  };
  return {
    events: new EventQueue(),
    selectionState,
    root: new WordDocumentObject(model),
    content: () => model.content,
    load: (content) => model.load(content),
    render: (into) => wordView(model, into),
    setSelectedData: (coercion, data) => setSelectedData(model, coercion, data),
    selectedData: (coercion) => selectedData(model, coercion),
  };
}

function setSelectedData(model: WordModel, coercion: string, data: unknown): number {
  switch (coercion) {
    case 'text':
      if (model.selection) model.edit(model.selection, cellText(data));
      else model.insert(newParagraph(cellText(data)), 'End');
      return commonError.none;
    case 'html': {
      const html = cellText(data);
      model.insert({ kind: 'html', html, ...readHtml(html) }, 'End');
      return commonError.none;
    }
    case 'matrix':
      if (rowsOf(data).length === 0) return commonError.dataNotMatching;
      model.insert(newTable(rowsOf(data)), 'End');
      return commonError.none;
    default:
      return commonError.coercionNotSupported;
  }
}

/** Returns undefined for a coercion type that the sandbox lacks. */
function selectedData(model: WordModel, coercion: string): unknown {
  const { selection } = model;
  const text = selection ? textOf(selection.entry).slice(selection.start, selection.end) : '';
  return coercion === 'text' ? text : undefined;
}
