import { createFrontendModule } from '@backstage/frontend-plugin-api';

/** The form fields. @public */
export const scaffolderModuleFleet = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [],
});
