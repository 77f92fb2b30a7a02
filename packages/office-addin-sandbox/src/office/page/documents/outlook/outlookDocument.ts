import { commonError, type OfficeDocument } from '../officeDocument.ts';
import { initialData } from './initialData.ts';
import { mailboxMethod, writes, type MailboxAnswer } from './mailboxMethods.ts';
import { MessageModel } from './messageModel.ts';
import { outlookView } from './outlookView.ts';

export interface OutlookDocument extends OfficeDocument {
  readonly initialData: () => Record<string, unknown>;
  /** Runs a method of the mailbox. */
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
      // Add-ins can't change a message in read mode.
      if (mode === 'read' && writes(dispatchId)) {
        return { error: true, wasSuccessful: false, errorCode: 9016 };
      }
      return mailboxMethod(model, dispatchId, params);
    },
  };
}
