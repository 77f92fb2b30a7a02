/**
 * What is not needed to show the first files. In a chunk of its own, which is loaded while the answers are awaited, so
 * that it is there when the network is not.
 */
export { Breadcrumb } from './Breadcrumb.tsx';
export { EmptyState } from './EmptyState.tsx';
export { ListEnd } from './ListEnd.tsx';
export { NoticeBar } from './NoticeBar.tsx';
export { Progress } from './Progress.tsx';
export { SignedOut } from './SignedOut.tsx';
export { SortNotice } from './SortNotice.tsx';
export { TroubleMessage } from './TroubleMessage.tsx';
