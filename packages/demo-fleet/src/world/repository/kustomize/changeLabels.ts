import { isPlainObject } from '../../../apiserver/fields/fieldsOfValue';
import { KustomizationFile } from './KustomizationFile';
import { Resource } from './Resource';

type Pairs = Record<string, string>;

const owners = ['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet'];
const template = 'spec/template/metadata';
const cronTemplate = 'spec/jobTemplate/spec/template/metadata';

/** Where a kind keeps the metadata of its pods. */
function templatesOf(kind: string): string[] {
  if (kind === 'CronJob') {
    return ['spec/jobTemplate/metadata', cronTemplate];
  }
  return [...owners, 'Job'].includes(kind) ? [template] : [];
}

/** Where a kind selects pods by labels; where only those that are there count, it is not made. */
function selectorsOf(kind: string): { path: string; create: boolean }[] {
  if (owners.includes(kind)) {
    return [{ path: 'spec/selector/matchLabels', create: true }];
  }
  const paths: Record<string, { path: string; create: boolean }> = {
    Service: { path: 'spec/selector', create: true },
    ReplicationController: { path: 'spec/selector', create: true },
    Job: { path: 'spec/selector/matchLabels', create: false },
    PodDisruptionBudget: { path: 'spec/selector/matchLabels', create: false },
    NetworkPolicy: { path: 'spec/podSelector/matchLabels', create: false },
  };
  return kind in paths ? [paths[kind]] : [];
}

/** Labels and annotations that everything of a kustomization has. */
export function changeLabels(
  resources: readonly Resource[],
  { labels = [], commonLabels, commonAnnotations }: KustomizationFile,
): void {
  const changes = [
    ...labels,
    ...(commonLabels ? [{ pairs: commonLabels, includeSelectors: true }] : []),
  ];
  for (const { object } of resources) {
    const { kind } = object;
    for (const change of changes) {
      const { pairs, includeSelectors = false } = change;
      add(object, 'metadata/labels', pairs);
      if (includeSelectors || change.includeTemplates) {
        templatesOf(kind).forEach(path => add(object, `${path}/labels`, pairs));
      }
      if (includeSelectors) {
        for (const { path, create } of selectorsOf(kind)) {
          add(object, path, pairs, create);
        }
      }
    }
    if (commonAnnotations) {
      add(object, 'metadata/annotations', commonAnnotations);
      for (const path of templatesOf(kind)) {
        add(object, `${path}/annotations`, commonAnnotations);
      }
    }
  }
}

function add(
  object: Record<string, unknown>,
  path: string,
  pairs: Pairs,
  create = true,
): void {
  let place = object;
  for (const step of path.split('/')) {
    if (!isPlainObject(place[step])) {
      if (!create) {
        return;
      }
      place[step] = {};
    }
    place = place[step] as Record<string, unknown>;
  }
  Object.assign(place, pairs);
}
