/** What the first page doesn't need. Their chunk loads while the server responds, so that messages work offline. */
export { ErrorMessage } from './ErrorMessage.tsx';
export { keepFocusInPane } from './focusOrder.ts';
export { NoticeBar } from './NoticeBar.tsx';
export { Progress } from './Progress.tsx';
export { SignedOut } from './SignedOut.tsx';
