import { services } from '../components';
import { Delivery, deliveryId } from '../delivery/Delivery';
import { podTemplateOf } from '../manifests/podTemplate';
import { render } from '../manifests/render';
import { refOf } from '../resources/refOf';
import { nextVersion } from '../versions';
import { Stage, Step } from './Stage';
import { Place, writeByHand } from './writeByHand';

const search: Place = {
  cluster: 'prod-us-east-1',
  group: 'apps',
  plural: 'deployments',
  namespace: 'discovery',
  name: 'search',
};

/** `override`: somebody scales a Deployment; its engine takes that back at its next run. */
export const editByHand: Step = stage =>
  writeByHand(stage, search, () => ({ spec: { replicas: 5 } }), 'kubectl-edit');

/** `override`: somebody scales what the fleet's own repository delivers, which can be adopted until its engine takes that back. */
export const scaleByHand: Step = stage =>
  writeByHand(
    stage,
    {
      cluster: 'dev-us-east-1',
      group: 'apps',
      plural: 'deployments',
      namespace: 'travel',
      name: 'pricing',
    },
    () => ({ spec: { replicas: 3 } }),
    'kubectl',
  );

/** `override`: somebody takes a limit away, which leaves no trace of who it was. */
export const removeMemoryLimit: Step = stage =>
  writeByHand(
    stage,
    { ...search, name: 'indexer' },
    live => {
      const template = structuredClone(podTemplateOf(live)!);
      for (const container of template.spec.containers) {
        delete (container.resources as { limits?: object }).limits;
      }
      return { spec: { template } };
    },
    'kubectl-edit',
  );

/** `out-of-sync`: somebody turns up a log level where Argo CD may not sync by itself. */
export const editConfig: Step = stage => {
  writeByHand(
    stage,
    {
      cluster: 'prod-eu-west-1',
      group: '',
      plural: 'configmaps',
      namespace: 'billing',
      name: 'ledger-config',
    },
    () => ({ data: { LOG_LEVEL: 'debug' } }),
    'kubectl-edit',
  );
  // Argo CD watches what it deploys, and compares at once.
  writeByHand(
    stage,
    {
      cluster: 'hub',
      group: 'argoproj.io',
      plural: 'applications',
      namespace: 'argocd',
      name: 'ledger-prod-eu-west-1',
    },
    () => ({
      metadata: { annotations: { 'argocd.argoproj.io/refresh': 'normal' } },
    }),
    'argocd-application-controller',
  );
};

/** `behind`: Git asks for a newer chart where the release is suspended. */
export const releaseWhileSuspended: Step = ({ fleet, controllers }) => {
  const monitoring = fleet.deliveries.find(
    deliveryId({
      kind: 'HelmRelease',
      home: { name: 'prod-us-east-1' },
      namespace: 'monitoring',
      name: 'monitoring',
    }),
  );
  if (monitoring) {
    const { components, home } = monitoring;
    const version = nextVersion(fleet.git.version(components[0], home));
    fleet.git.release(components[0].name, home.name, version);
    controllers.committed();
  }
};

function suspending(place: Place, suspend: boolean): Step {
  return stage =>
    writeByHand(stage, place, () => ({ spec: { suspend } }), 'flux');
}

const certManager: Place = {
  cluster: 'staging-us-east-1',
  group: 'helm.toolkit.fluxcd.io',
  plural: 'helmreleases',
  namespace: 'cert-manager',
  name: 'cert-manager',
};

/** `frozen`: somebody suspends a release. */
export const suspendRelease = suspending(certManager, true);
export const resumeRelease = suspending(certManager, false);

const kyvernoSource: Place = {
  cluster: 'dev-us-east-1',
  group: 'source.toolkit.fluxcd.io',
  plural: 'ocirepositories',
  namespace: 'flux-system',
  name: 'kyverno',
};

/** `stale`: somebody suspends a source, and what it has now is not read. */
export const suspendSource = suspending(kyvernoSource, true);
export const resumeSource = suspending(kyvernoSource, false);

/** `skew`: what development runs goes to production, past staging. */
export const skipStaging: Step = ({ fleet, controllers }) => {
  const indexer = services.find(({ name }) => name === 'indexer')!;
  const development = fleet.plans.find(
    ({ environment }) => environment === 'development',
  );
  if (development) {
    const version = fleet.git.version(indexer, development);
    fleet.git.release(indexer.name, 'production', version);
    controllers.committed();
  }
};

function searchInAsia({ fleet }: Stage): Delivery | undefined {
  return fleet.deliveries.find(
    deliveryId({
      kind: 'Kustomization',
      home: { name: 'prod-ap-south-1' },
      namespace: 'flux-system',
      name: 'search',
    }),
  );
}

/** `missing`: one cluster's directory in Git loses an application, and Flux prunes it there. */
export const withdrawApplication: Step = stage => {
  const { fleet, clusters, controllers } = stage;
  const delivery = searchInAsia(stage);
  const cluster = delivery && clusters.get(delivery.home.name);
  if (!cluster) {
    return;
  }
  fleet.git.withdraw(delivery.path);
  for (const manifest of render(delivery, fleet.git)) {
    cluster.remove(refOf(manifest));
  }
  const { namespace, name } = delivery;
  cluster.remove({
    group: 'kustomize.toolkit.fluxcd.io',
    plural: 'kustomizations',
    namespace,
    name,
  });
  controllers.committed();
};

export const returnApplication: Step = stage => {
  const delivery = searchInAsia(stage);
  if (delivery) {
    stage.fleet.git.putBack(delivery.path);
    stage.controllers.committed();
  }
};
