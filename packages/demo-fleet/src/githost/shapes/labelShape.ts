import type { GitHost } from '../GitHost';
import type { HostedRepository } from '../model/HostedRepository';
import { nodeId } from './nodeId';

export function labelShape(
  { apiUrl }: GitHost,
  { fullName, labels }: HostedRepository,
  name: string,
) {
  const label = labels.get(name);
  return {
    id: label?.id ?? 0,
    node_id: nodeId('Label', name),
    url: `${apiUrl}/repos/${fullName}/labels/${encodeURIComponent(name)}`,
    name,
    color: label?.color ?? 'ededed',
    default: false,
    description: label?.description ?? null,
  };
}
