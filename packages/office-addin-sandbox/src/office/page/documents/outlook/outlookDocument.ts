import { commonError, type OfficeDocument } from '../officeDocument.ts';
import { initialData, readMessage } from './initialData.ts';
import { mailboxMethod, writes, type MailboxAnswer } from './mailboxMethods.ts';
import { isReading, type MailboxMode } from './mailboxMode.ts';
import { bodyEntry, MessageModel } from './messageModel.ts';
import { outlookView } from './outlookView.ts';

/** Dispatch id of `body.getAsync`. */
const GET_BODY = 37;

/** Returns a model with the body of the message that is open in read mode. */
function readModel(): MessageModel {
  const model = new MessageModel();
  model.body = [bodyEntry(readMessage.text, 'text')];
  return model;
}

export interface OutlookDocument extends OfficeDocument {
  readonly initialData: () => Record<string, unknown>;
  /** Runs a method of the mailbox. */
  readonly execute: (dispatchId: number, params: Record<string, unknown>) => MailboxAnswer;
}

export function outlookDocument(
  user: () => { name: string; address: string },
  mode: MailboxMode,
): OutlookDocument {
  const model = new MessageModel();
  return {
    content: () => model.content,
    load: (content) => model.load(content),
    render: (into) => outlookView(model, mode, into),
    setSelectedData: () => commonError.unsupported,
    selectedData: () => undefined,
    initialData: () => ({
      ...initialData(user(), mode),
      userSettings: JSON.stringify(model.properties.roamingSettings ?? {}),
    }),
    execute(dispatchId, params) {
      model.owner = user();
      // Add-ins can't change a message in read mode.
      if (isReading(mode) && writes(dispatchId)) {
        return { error: true, wasSuccessful: false, errorCode: 9016 };
      }
      const isBody = dispatchId === GET_BODY && isReading(mode);
      return mailboxMethod(isBody ? readModel() : model, dispatchId, params);
    },
  };
}
