import {
  createComponentExtension,
  createPlugin,
} from '@backstage/core-plugin-api';

/**
 * Promotion.
 *
 * @public
 */
export const promotionPlugin = createPlugin({ id: 'fleet-promotion' });

/**
 * What the tab Promotions of the page of the fleet shows.
 *
 * @public
 */
export const FleetPromotions = promotionPlugin.provide(
  createComponentExtension({
    name: 'FleetPromotions',
    component: { lazy: () => import('./content').then(m => m.FleetPromotions) },
  }),
);

/**
 * The tab of a Component, System, Domain or Group.
 *
 * @public
 */
export const EntityPromotionContent = promotionPlugin.provide(
  createComponentExtension({
    name: 'EntityPromotionContent',
    component: {
      lazy: () => import('./content').then(m => m.EntityPromotionContent),
    },
  }),
);

/**
 * The card of a Component.
 *
 * @public
 */
export const EntityPromotionCard = promotionPlugin.provide(
  createComponentExtension({
    name: 'EntityPromotionCard',
    component: {
      lazy: () => import('./content').then(m => m.EntityPromotionCard),
    },
  }),
);
