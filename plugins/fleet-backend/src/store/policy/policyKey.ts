import { shortName } from './shortName';

/**
 * Names a policy across clusters: the same engine, kind, namespace and name. A level of Pod Security is one policy, whichever
 * namespaces ask for it. Fit for filters, whose values have no commas, as reports of scanners name checks as they like.
 */
export function policyKey(policy: {
  engine: string;
  kind: string;
  namespace?: string;
  name: string;
}): string {
  const { engine, kind, namespace = '', name } = policy;
  const within = engine === 'pod-security' ? '' : namespace;
  return [engine, kind, within, name]
    .map(part => encodeURIComponent(shortName(part)))
    .join(':');
}
