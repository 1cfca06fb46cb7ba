import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { applicationsRouteRef, promotionsRouteRef } from './routes';

/**
 * What each stage runs, what the next one lacks and what stops it, on the page of the fleet and on those of entities.
 *
 * @public
 */
export const promotionPlugin = createFrontendPlugin({
  pluginId: 'fleet-promotion',
  title: 'Promotion',
  info: { packageJson: () => import('../package.json') },
  routes: { root: promotionsRouteRef },
  externalRoutes: { applications: applicationsRouteRef },
  extensions: [],
});
