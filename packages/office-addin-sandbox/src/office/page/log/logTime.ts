/** Formats the time since the start of the scenario: `+0.4 s`, `+75 s`, `+12 min`. @param ms can be negative */
export function sinceStart(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 10) return `+${seconds.toFixed(1)} s`;
  if (seconds < 100) return `+${Math.round(seconds)} s`;
  return `+${Math.round(seconds / 60)} min`;
}
