import type { JsonValue } from '@backstage/types';
import type { Cluster } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  editYaml,
  type YamlEdit,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { valueAt } from '../claims/valueAt';
import { isDeliveredFromHub } from './chooseDelivery';
import type { RenderedDelivery } from './RenderedApplication';

/** What only the repository and the fleet know of a delivery. */
export interface DeliveryFacts {
  /** https://HOST/OWNER/NAME */
  repositoryUrl: string;
  branch: string;
  overlays: { cluster: Cluster; folder: string }[];
}

/** Where Argo CD finds the cluster that it runs on. */
const ownCluster = 'https://kubernetes.default.svc';

/** The text of the object that has one cluster apply its overlay: what the skeleton leaves out is filled in, and nothing else touched. */
export function completeDelivery(
  { text, manifest }: RenderedDelivery,
  { repositoryUrl, branch, overlays }: DeliveryFacts,
): string {
  const [{ cluster, folder }] = overlays;
  const source = { repoURL: repositoryUrl, targetRevision: branch };
  const edits: YamlEdit[] = [];
  switch (manifest.kind) {
    case 'Kustomization':
      fill(['spec', 'path'], `./${folder}`);
      fill(['spec', 'sourceRef'], {
        kind: 'GitRepository',
        name: 'flux-system',
      });
      break;
    case 'Application':
      if (isDeliveredFromHub(cluster)) {
        // There is one for each cluster of the hub.
        const name = `${manifest.metadata.name}-${cluster.name}`;
        edits.push({ op: 'set', path: ['metadata', 'name'], value: name });
        fill(['spec', 'destination', 'name'], cluster.name);
      } else {
        fill(['spec', 'destination', 'server'], ownCluster);
      }
      fillSource(['spec', 'source'], { ...source, path: folder });
      break;
    default:
      fillSource(['spec', 'template', 'spec', 'source'], source);
      fill(
        ['spec', 'generators'],
        [{ list: { elements: elementsOf(overlays) } }],
      );
  }
  return editYaml(text, edits).text;

  function fillSource(path: string[], values: Record<string, string>) {
    for (const [key, value] of Object.entries(values)) {
      fill([...path, key], value);
    }
  }

  function fill(path: string[], value: JsonValue) {
    if (valueAt(manifest, path) === undefined) {
      edits.push({ op: 'set', path, value });
    }
  }
}

/** What an ApplicationSet is told of each cluster. */
export function elementsOf(
  overlays: DeliveryFacts['overlays'],
): Record<string, string>[] {
  return overlays.map(({ cluster, folder }) => ({
    cluster: cluster.name,
    environment: cluster.environment ?? '',
    region: cluster.region ?? '',
    path: folder,
  }));
}
