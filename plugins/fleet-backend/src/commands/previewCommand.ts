import type {
  ActionResult,
  Application,
  ApplicationAction,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { actionResult } from './actionResult';
import { planCommand } from './planCommand';

/** What the action would do, as far as the record tells; no cluster is asked. */
export function previewCommand(
  action: ApplicationAction,
  application: Application,
): ActionResult {
  const plan = planCommand(action, {
    application,
    sources: [],
    now: new Date(),
  });
  if ('refused' in plan) {
    return actionResult(application, 'refused', plan.refused);
  }
  const { cluster, freshness } = application;
  const warnings = freshness.stale
    ? [
        ...plan.warnings,
        `What is known of ${cluster} is old, so this may fail: ${
          freshness.reason ?? 'it was not heard of lately'
        }.`,
      ]
    : plan.warnings;
  return actionResult(application, 'preview', plan.message, warnings);
}
