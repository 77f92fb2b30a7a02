/** Views that the first page does not need: in a chunk that is loaded while the server answers, so that messages work offline. */
export { ErrorMessage } from './ErrorMessage.tsx';
export { NoticeBar } from './NoticeBar.tsx';
export { Progress } from './Progress.tsx';
export { SignedOut } from './SignedOut.tsx';
