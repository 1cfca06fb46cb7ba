import { ClusterPlan } from '../../types';
import { argocdDeliveries } from './argocdDeliveries';
import { Delivery, deliveryId } from './Delivery';
import { ClusterSize, sizedDeliveries } from './sizedDeliveries';
import { fluxDeliveries, newcomerDeliveries } from './fluxDeliveries';

/** Every application of the fleet, found by where it lives and by where it deploys to. */
export class Deliveries {
  private readonly byHome = new Map<string, Delivery[]>();
  private readonly byTarget = new Map<string, Delivery[]>();
  private readonly byId = new Map<string, Delivery>();

  private constructor() {}

  /** Spokes of a given size, each delivering to itself. */
  static ofSize(plans: ClusterPlan[], size: ClusterSize): Deliveries {
    const deliveries = new Deliveries();
    for (const plan of plans) {
      deliveries.add(sizedDeliveries(plan, size));
    }
    return deliveries;
  }

  static create(plans: ClusterPlan[]): Deliveries {
    const deliveries = new Deliveries();
    for (const plan of plans) {
      if (plan.delivery === 'flux') {
        deliveries.add(fluxDeliveries(plan, plans));
      }
      if (plan.hub || plan.delivery === 'argocd') {
        deliveries.add(argocdDeliveries(plan, plans));
      }
    }
    return deliveries;
  }

  /** Whose objects live on a cluster. */
  livingOn(cluster: string): readonly Delivery[] {
    return this.byHome.get(cluster) ?? [];
  }

  /** That deploy to a cluster. */
  deployingTo(cluster: string): readonly Delivery[] {
    return this.byTarget.get(cluster) ?? [];
  }

  /** Lets Flux deliver the platform to a new cluster. */
  welcome(plan: ClusterPlan): void {
    this.add(newcomerDeliveries(plan));
  }

  /** Forgets what lives on a cluster that is gone, and whatever was delivered to it. */
  forget(cluster: string): void {
    for (const delivery of this.livingOn(cluster)) {
      this.byId.delete(deliveryId(delivery));
    }
    this.byHome.delete(cluster);
    this.byTarget.delete(cluster);
  }

  find(id: string): Delivery | undefined {
    return this.byId.get(id);
  }

  private add(deliveries: Delivery[]): void {
    for (const delivery of deliveries) {
      this.byId.set(deliveryId(delivery), delivery);
      append(this.byHome, delivery.home.name, delivery);
      if (delivery.target) {
        append(this.byTarget, delivery.target.name, delivery);
      }
    }
  }
}

function append(
  index: Map<string, Delivery[]>,
  key: string,
  delivery: Delivery,
): void {
  const entries = index.get(key);
  if (entries) {
    entries.push(delivery);
  } else {
    index.set(key, [delivery]);
  }
}
