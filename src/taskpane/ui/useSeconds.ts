import { useEffect, useState } from 'react';

/** Returns a countdown in whole seconds until a time (milliseconds since 1970); 0 afterwards or without a time. */
export function useSeconds(until: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  const left = until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setNow(Date.now()), 250);
    return () => clearTimeout(timer);
  }, [left, now]);
  return left;
}
