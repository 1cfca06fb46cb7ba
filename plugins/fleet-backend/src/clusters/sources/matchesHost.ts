/** Whether a host is the one of a pattern, or with `*.` in front any below it. */
export function matchesHost(hostname: string, pattern: string): boolean {
  return pattern.startsWith('*.')
    ? hostname.endsWith(pattern.slice(1))
    : hostname === pattern;
}
