import {
  createFrontendPlugin,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { isCardAvailable } from './entity/isCardAvailable';
import { isPromotionAvailable } from './entity/isPromotionAvailable';
import {
  applicationsRouteRef,
  promotionsRouteRef,
  taskRouteRef,
  templateRouteRef,
} from './routes';

const promotionsSubPage = SubPageBlueprint.make({
  attachTo: { id: 'page:fleet', input: 'pages' },
  params: {
    path: 'promotions',
    title: 'Promotions',
    routeRef: promotionsRouteRef,
    loader: () =>
      import('./screen/FleetPromotions').then(m => (
        <main>
          <m.FleetPromotions />
        </main>
      )),
  },
});

const promotionContent = EntityContentBlueprint.make({
  params: {
    path: 'promotion',
    title: 'Promotion',
    filter: isPromotionAvailable,
    loader: () =>
      import('./entity/EntityPromotionContent').then(m => (
        <m.EntityPromotionContent />
      )),
  },
});

const promotionCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: isCardAvailable,
    loader: () =>
      import('./entity/EntityPromotionCard').then(m => (
        <m.EntityPromotionCard />
      )),
  },
});

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
  externalRoutes: {
    applications: applicationsRouteRef,
    template: templateRouteRef,
    task: taskRouteRef,
  },
  extensions: [promotionsSubPage, promotionContent, promotionCard],
});
