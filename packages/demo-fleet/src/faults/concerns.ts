import type { Fault } from './Fault';

interface Kind {
  group: string;
  plural: string;
  kind?: string;
}

/** Whether a fault is about a kind; one that names no kind is about all. */
export function concerns(fault: Fault, kind: Kind | undefined): boolean {
  if (fault.kind === undefined) {
    return true;
  }
  if (!kind) {
    return false;
  }
  const names = [
    kind.plural,
    `${kind.plural}.${kind.group}`,
    kind.kind,
    kind.group,
  ];
  return names.includes(fault.kind);
}
