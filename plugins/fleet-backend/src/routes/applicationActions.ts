import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { ApplicationAction } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Router } from 'express';
import type { ApplicationCommands } from '../commands/ApplicationCommands';
import { parseFilter } from './parseFilter';

const actions: readonly ApplicationAction[] = [
  'reconcile',
  'suspend',
  'resume',
];

/** The buttons: for one application, and for all that a filter finds. */
export function addApplicationActionRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; commands: ApplicationCommands },
): void {
  const { httpAuth, commands } = options;

  for (const action of actions) {
    router.post(`/applications/${action}`, async (request, response) => {
      const { filter, text, preview } = request.body;
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      response.json(
        await commands.actOnAll({ credentials, request }, action, {
          filter: parseFilter(filter),
          text,
          preview,
        }),
      );
    });

    router.post(`/applications/:id/${action}`, async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      response.json(
        await commands.act({ credentials, request }, request.params.id, action),
      );
    });
  }
}
