/** A place in an object, as people write it: `spec.nodeGroups[0].name`, `metadata.labels[example.org/team]`. */
export function pathTo(parent: string, part: string | number): string {
  if (typeof part === 'number') {
    return `${parent}[${part}]`;
  }
  if (!/^[\w-]+$/.test(part)) {
    return `${parent}[${part}]`;
  }
  return parent ? `${parent}.${part}` : part;
}
