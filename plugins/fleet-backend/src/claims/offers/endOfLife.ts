/**
 * When Kubernetes itself stops mending a minor version; clouds may go on for longer, which the config says then.
 * https://kubernetes.io/releases/1.36 and its siblings
 */
const upstream: Readonly<Record<string, string>> = {
  '1.30': '2025-07-15',
  '1.33': '2026-06-28',
  '1.34': '2026-10-27',
  '1.35': '2027-02-28',
  '1.36': '2027-06-28',
};

/** The day on which the support of a minor version ends, where it is known. */
export function endOfLife(version: string): string | undefined {
  return upstream[version];
}
