import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import {
  conditionOf,
  conditionsOf,
  toldBy,
  type Condition,
} from '../conditionOf';
import { explain } from '../explain';
import { fieldsOf, nameOf } from '../fields';
import { imageVersion } from '../imageVersion';
import type { Health } from '../recordOf';
import { crossplaneObject } from './crossplaneObject';

const group = 'pkg.crossplane.io';

/** What each condition of a package or revision is, in the order in which one depends on the other. */
const troubles: Readonly<Record<string, string>> = {
  Verified: 'its signature does not hold',
  Installed: 'is not installed',
  RevisionHealthy: 'its revision is not well',
  RuntimeHealthy: 'what it runs is not well',
  Healthy: 'is not well',
};

/** Packages, and their revisions. */
export const packages: readonly EngineKind[] = [
  { kind: 'Provider', plural: 'providers', versions: ['v1'] },
  { kind: 'Configuration', plural: 'configurations', versions: ['v1'] },
  { kind: 'Function', plural: 'functions', versions: ['v1', 'v1beta1'] },
].flatMap(({ kind, plural, versions }) => [
  crossplaneObject({
    group,
    kind,
    plural,
    versions,
    healthOf: packageHealth,
    detailsOf: ({ spec, status }) => ({
      package: nameOf(spec.package),
      version: versionOf(spec.package),
      revision: nameOf(status.currentRevision),
    }),
  }),
  crossplaneObject({
    group,
    kind: `${kind}Revision`,
    plural: `${kind.toLowerCase()}revisions`,
    versions,
    healthOf: revisionHealth,
    detailsOf: ({ spec }) => ({
      package: nameOf(spec.image),
      version: versionOf(spec.image),
    }),
  }),
]);

function versionOf(image: unknown): string | undefined {
  const name = nameOf(image);
  return name && imageVersion(name);
}

function packageHealth({ status }: KubernetesObject): Health {
  const conditions = conditionsOf(status);
  const told = Object.keys(troubles)
    .map(type => conditionOf(conditions, type))
    .filter((condition): condition is Condition => condition !== undefined);
  if (told.length === 0) {
    return { state: 'unknown', summary: 'Crossplane has not taken it up' };
  }
  const trouble = told.find(condition => condition.status !== 'True');
  if (!trouble) {
    return {
      state: 'healthy',
      summary: 'installed and well',
      since: told.at(-1)?.since,
    };
  }
  const unpacking = trouble.reason === 'UnpackingPackage';
  return {
    state:
      unpacking || trouble.status === 'Unknown' ? 'progressing' : 'failing',
    summary: explain(
      unpacking ? 'is being unpacked' : troubles[trouble.type],
      trouble.message,
    ),
    ...toldBy(trouble),
  };
}

function revisionHealth(object: KubernetesObject): Health {
  return fieldsOf(object.spec).desiredState === 'Inactive'
    ? { state: 'healthy', summary: 'not in use' }
    : packageHealth(object);
}
