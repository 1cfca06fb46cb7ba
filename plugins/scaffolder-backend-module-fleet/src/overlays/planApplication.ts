import type { ApplicationLayout } from '../repository/FleetRepositories';
import { fillPattern } from '../repository/fillPattern';
import { chooseDelivery } from './chooseDelivery';
import { completeDelivery, type DeliveryFacts } from './completeDelivery';
import { enginesOf, type Destination } from './Destination';
import { componentPath, type OverlayPlace } from './OverlayPlace';
import type { OverlayPlan, RepositoryReader } from './OverlayPlan';
import { findSource } from './findSource';
import { planBase } from './planBase';
import { planComponent } from './planComponent';
import { planDelivery } from './planDelivery';
import { planOverlay } from './planOverlay';
import type { RenderedApplication } from './RenderedApplication';

/** What is asked for of one branch. */
export interface WantedApplication {
  app: string;
  rendered: RenderedApplication;
  /** In the order of the overlays that were rendered; undefined: on another branch. */
  places: readonly (OverlayPlace | undefined)[];
  /** By the name of the cluster. */
  destinations: ReadonlyMap<string, Destination>;
  layout: ApplicationLayout;
  repositoryUrl: string;
  branch: string;
  /** The cluster that an ApplicationSet lives on. */
  hub: string | undefined;
}

/** Plans everything that a branch needs for an application to run where it is asked for. */
export async function planApplication(
  repository: RepositoryReader,
  wanted: WantedApplication,
): Promise<OverlayPlan> {
  const { app, rendered, places, layout } = wanted;
  const plan: OverlayPlan = { files: [], kept: [], problems: [] };
  for (const [index, place] of places.entries()) {
    if (!place) {
      continue;
    }
    const { base, folder } = place;
    if (place === places.find(Boolean)) {
      await planBase(repository, plan, { folder: base, files: rendered.base });
    }
    await planOverlay(repository, plan, {
      folder,
      base,
      files: rendered.overlays[index],
    });
  }
  await planDeliveries(repository, plan, wanted);
  if (rendered.component !== undefined) {
    await planComponent(repository, plan, {
      path: componentPath(app, layout),
      text: rendered.component,
    });
  }
  return plan;
}

async function planDeliveries(
  repository: RepositoryReader,
  plan: OverlayPlan,
  wanted: WantedApplication,
): Promise<void> {
  const { app, rendered, places, destinations, layout, hub } = wanted;
  const overlays = places.flatMap(
    place =>
      place?.overlay.clusters.map(name => ({
        destination: destinations.get(name)!,
        folder: place.folder,
      })) ?? [],
  );
  const folderOf = (cluster: string) =>
    fillPattern(layout.cluster, { cluster });
  const facts = (of: DeliveryFacts['overlays']) => ({
    repositoryUrl: wanted.repositoryUrl,
    branch: wanted.branch,
    findSource: (cluster: string) => findSource(repository, folderOf(cluster)),
    overlays: of,
  });

  const set = rendered.deliveries.find(
    ({ manifest }) => manifest.kind === 'ApplicationSet',
  );
  if (set && overlays.length > 0) {
    if (hub) {
      await planDelivery(repository, plan, {
        cluster: hub,
        folder: folderOf(hub),
        app,
        text: await completeDelivery(set, facts(overlays)),
      });
    } else {
      plan.problems.push(
        'hub: an ApplicationSet lives on a hub, and the fleet has none or several: name it',
      );
    }
    return;
  }
  for (const overlay of overlays) {
    const { destination } = overlay;
    const { name: cluster } = destination.cluster;
    const delivery = chooseDelivery(destination, rendered.deliveries);
    if (delivery) {
      await planDelivery(repository, plan, {
        cluster,
        folder: folderOf(cluster),
        app,
        text: await completeDelivery(delivery, facts([overlay])),
      });
    } else {
      const kinds = rendered.deliveries.map(({ manifest }) => manifest.kind);
      plan.problems.push(
        `overlays: ${enginesOf(
          destination,
        )} delivers to ${cluster}, and what was rendered is ${
          kinds.join(', ') || 'nothing'
        }`,
      );
    }
  }
}
