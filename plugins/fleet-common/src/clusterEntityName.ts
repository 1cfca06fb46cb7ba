const valid = /^[a-z0-9]([a-z0-9_.-]*[a-z0-9])?$/;
const longest = 63;

/**
 * Names the Resource that stands for a cluster in the catalog. A name that an entity cannot have, such as the ARN of an EKS
 * cluster, keeps its last part and gets a hash of the whole, so that two clusters never share one.
 *
 * @public
 */
export function clusterEntityName(cluster: string): string {
  if (valid.test(cluster) && cluster.length <= longest) {
    return cluster;
  }
  const hash = hashOf(cluster);
  const tail = cluster
    .toLowerCase()
    .split(/[/:]/)
    .map(part => part.replace(/[^a-z0-9_.-]+/g, '-').replace(/^[_.-]+/, ''))
    .filter(Boolean)
    .pop();
  return tail ? `${tail.slice(0, longest - hash.length - 1)}-${hash}` : hash;
}

/** FNV-1a of 64 bits, in 10 letters and digits. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return (hash % 36n ** 10n).toString(36).padStart(10, '0');
}
