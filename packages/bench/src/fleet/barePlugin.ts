import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';

/** A plugin whose one route does nothing: what Backstage itself takes to answer. */
export const barePlugin = createBackendPlugin({
  pluginId: 'bare',
  register(env) {
    env.registerInit({
      deps: { router: coreServices.httpRouter, auth: coreServices.httpAuth },
      async init({ router, auth }) {
        router.use(async (request, response) => {
          await auth.credentials(request);
          response.json({ status: 'ok' });
        });
      },
    });
  },
});
