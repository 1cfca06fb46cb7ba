import type { JsonObject, JsonValue } from '@backstage/types';
import {
  editYaml,
  type YamlEdit,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Manifest } from '../claims/readManifests';
import { valueAt } from '../claims/valueAt';
import type { Destination } from './Destination';
import type { RenderedDelivery } from './RenderedApplication';

/** What only the repository and the fleet know of a delivery. */
export interface DeliveryFacts {
  /** https://HOST/OWNER/NAME */
  repositoryUrl: string;
  branch: string;
  /** What the Flux of a cluster has the repository as. */
  findSource(cluster: string): Promise<JsonObject>;
  overlays: { destination: Destination; folder: string }[];
}

/** Where Argo CD finds the cluster that it runs on. */
const ownCluster = 'https://kubernetes.default.svc';

/** The text of the object that has one cluster apply its overlay: what the skeleton leaves out is filled in, and nothing else touched. */
export async function completeDelivery(
  { text, manifest, others }: RenderedDelivery,
  { repositoryUrl, branch, findSource, overlays }: DeliveryFacts,
): Promise<string> {
  const [{ destination, folder }] = overlays;
  const { name: cluster } = destination.cluster;
  const git = { repoURL: `${repositoryUrl}.git`, targetRevision: branch };
  const edits: YamlEdit[] = [];
  switch (manifest.kind) {
    case 'Kustomization':
      fill(['spec', 'path'], `./${folder}`);
      fill(['spec', 'sourceRef'], await findSource(cluster));
      break;
    case 'Application':
      if (destination.fromHub) {
        edits.push(nameFor(manifest, cluster));
        fill(['spec', 'destination', 'name'], cluster);
      } else {
        fill(['spec', 'destination', 'server'], ownCluster);
      }
      fillSource(['spec', 'source'], { ...git, path: folder });
      break;
    default:
      fillSource(['spec', 'template', 'spec', 'source'], git);
      fill(
        ['spec', 'generators'],
        [{ list: { elements: elementsOf(overlays) } }],
      );
  }
  const completed = editYaml(text, edits, {
    document: choiceOf(manifest),
  }).text;
  return manifest.kind === 'Application' && destination.fromHub
    ? others.reduce(
        (made, other) =>
          editYaml(made, [nameFor(other, cluster)], {
            document: choiceOf(other),
          }).text,
        completed,
      )
    : completed;

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

/** On a hub there is one for each of its clusters. */
function nameFor({ metadata }: Manifest, cluster: string): YamlEdit {
  const value = `${metadata.name}-${cluster}`;
  return { op: 'set', path: ['metadata', 'name'], value };
}

function choiceOf({ apiVersion, kind, metadata }: Manifest) {
  return { apiVersion, kind, name: metadata.name };
}

/** What an ApplicationSet is told of each cluster. */
function elementsOf(
  overlays: DeliveryFacts['overlays'],
): Record<string, string>[] {
  return overlays.map(({ destination: { cluster }, folder }) => ({
    cluster: cluster.name,
    environment: cluster.environment ?? '',
    region: cluster.region ?? '',
    path: folder,
  }));
}
