/**
 * What is not needed to show the first files. In a chunk of its own, which is loaded while the answers are awaited, so
 * that it is there when the network is not.
 */
export { Breadcrumb } from '../features/files/views/Breadcrumb.tsx';
export { EmptyState } from '../features/files/views/EmptyState.tsx';
export { ListEnd } from '../features/files/views/ListEnd.tsx';
export { NoticeBar } from './NoticeBar.tsx';
export { Progress } from './Progress.tsx';
export { SignedOut } from './SignedOut.tsx';
export { SortNotice } from '../features/files/views/SortNotice.tsx';
export { ErrorMessage } from './ErrorMessage.tsx';
