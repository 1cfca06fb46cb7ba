import type { PromotionState } from '@fleetcommander/backstage-plugin-fleet-common';
import { LookBadge } from './LookBadge';
import { promotionLooks } from './promotionLooks';

/**
 * How a promotion is, as word, icon and colour.
 *
 * @public
 */
export function PromotionBadge(props: { state: PromotionState }) {
  return <LookBadge look={promotionLooks[props.state]} />;
}
