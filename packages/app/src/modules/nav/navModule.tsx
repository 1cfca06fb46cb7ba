import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { FleetSidebar } from './FleetSidebar';

const navContent = NavContentBlueprint.make({
  params: { component: FleetSidebar },
});

/** Replaces the sidebar of the app with ours. */
export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: [navContent],
});
