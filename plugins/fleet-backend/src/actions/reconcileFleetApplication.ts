import type { FleetActionsOptions } from './FleetActionsOptions';

export function registerReconcileFleetApplication(
  options: FleetActionsOptions,
): void {
  options.actionsRegistry.register({
    name: 'reconcile-fleet-application',
    title: 'Reconcile Fleet Application',
    description: `
Asks Flux or Argo CD to look at an application again now. It deploys nothing but what Git says already; for Argo CD it is a refresh and not a sync. A suspended application is refused.

Get the id from list-fleet-applications.
    `.trim(),
    attributes: { readOnly: false, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({ id: z.string().describe('The id of the application.') }),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const { commands } = options.context();
      return {
        output: await commands.act({ credentials }, input.id, 'reconcile'),
      };
    },
  });
}
