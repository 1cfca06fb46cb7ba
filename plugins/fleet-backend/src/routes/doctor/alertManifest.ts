import { stringify } from 'yaml';

/** Where Flux's notification-controller runs, unless somebody put it elsewhere. */
export const fluxNamespace = 'flux-system';
export const secretName = 'fleet-commander-webhook';

const apiVersion = 'notification.toolkit.fluxcd.io/v1beta3';
const metadata = { name: 'fleet-commander', namespace: fluxNamespace };

/** Has Flux send the events of its applications to an address, as YAML. A source has to name its namespace. */
export function alertManifest(options: {
  address: string;
  /** Kinds of applications, and namespaces that have any. */
  delivering: readonly { kind: string; namespace: string }[];
}): string {
  const { address, delivering } = options;
  const sources =
    delivering.length > 0
      ? delivering
      : [{ kind: 'Kustomization', namespace: fluxNamespace }];
  const provider = {
    apiVersion,
    kind: 'Provider',
    metadata,
    spec: { type: 'generic-hmac', address, secretRef: { name: secretName } },
  };
  const alert = {
    apiVersion,
    kind: 'Alert',
    metadata,
    spec: {
      providerRef: { name: metadata.name },
      eventSeverity: 'info',
      eventSources: sources.map(({ kind, namespace }) => ({
        kind,
        name: '*',
        namespace,
      })),
    },
  };
  return [provider, alert]
    .map(object => stringify(object, { aliasDuplicateObjects: false }))
    .join('---\n');
}
