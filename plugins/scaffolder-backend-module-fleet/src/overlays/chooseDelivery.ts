import type { Destination } from './Destination';
import type { RenderedDelivery } from './RenderedApplication';

/** The object that has a cluster apply its overlay: of what was rendered, the first that an engine there understands. */
export function chooseDelivery(
  { flux, argocd }: Destination,
  deliveries: readonly RenderedDelivery[],
): RenderedDelivery | undefined {
  return deliveries.find(
    ({ manifest: { kind } }) =>
      (kind === 'Kustomization' && flux) || (kind === 'Application' && argocd),
  );
}
