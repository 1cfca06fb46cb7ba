import type { Manifest } from '../claims/readManifests';

const groups = {
  Kustomization: 'kustomize.toolkit.fluxcd.io',
  Application: 'argoproj.io',
  ApplicationSet: 'argoproj.io',
};

/** A kind of object that has an engine apply a folder of Git. */
export type DeliveryKind = keyof typeof groups;

/** All of them. */
export const deliveryKinds = Object.keys(groups) as DeliveryKind[];

/** Whether an object is one of those. */
export function isDelivery(
  manifest: Manifest,
): manifest is Manifest & { kind: DeliveryKind } {
  const kind = deliveryKinds.find(each => each === manifest.kind);
  return (
    kind !== undefined && manifest.apiVersion.startsWith(`${groups[kind]}/`)
  );
}
