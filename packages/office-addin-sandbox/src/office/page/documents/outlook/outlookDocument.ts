import { commonError, type OfficeDocument } from '../officeDocument.ts';
import { initialData } from './initialData.ts';
import { mailboxMethod, writes, type MailboxAnswer } from './mailboxMethods.ts';
import { MessageModel } from './messageModel.ts';
import { outlookView } from './outlookView.ts';

export interface OutlookDocument extends OfficeDocument {
  readonly initialData: () => Record<string, unknown>;
  /** Outlook's own methods. */
  readonly execute: (dispatchId: number, params: Record<string, unknown>) => MailboxAnswer;
}

export function outlookDocument(
  user: () => { name: string; address: string },
  mode: 'compose' | 'read',
): OutlookDocument {
  const model = new MessageModel();
  return {
    content: () => model.content,
    load: (content) => model.load(content),
    render: (into) => outlookView(model, mode, into),
    setSelectedData: () => commonError.unsupported,
    initialData: () => initialData(user(), mode),
    execute(dispatchId, params) {
      // A message that is read cannot be written to, whatever an add-in tries.
      if (mode === 'read' && writes(dispatchId)) {
        return { error: true, wasSuccessful: false, errorCode: 9016 };
      }
      return mailboxMethod(model, dispatchId, params);
    },
  };
}
