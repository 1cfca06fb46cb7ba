import { createPlugin } from '@backstage/core-plugin-api';

/**
 * Promotion.
 *
 * @public
 */
export const promotionPlugin = createPlugin({ id: 'fleet-promotion' });
