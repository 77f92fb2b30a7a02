import { useSyncExternalStore } from 'react';
import { useLazy } from '../../../ui/useLazy.ts';
import { useFiles } from './context.tsx';

const loadWelcome = () => import(/* webpackChunkName: "welcome" */ './Welcome.tsx');

/** The first-run card, until the user dismisses it. Hidden while there is a message. */
export function WelcomeCard() {
  const { context } = useFiles();
  const { error, notice } = useSyncExternalStore(context.frame.subscribe, context.frame.get);
  const { known, values } = useSyncExternalStore(context.preferences.subscribe, context.preferences.get);
  const isNew = known && !values.welcomed && !error && !notice;
  const welcome = useLazy(isNew, loadWelcome);
  return isNew && welcome ? <welcome.Welcome /> : null;
}
