import type {
  ActionResult,
  Application,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** What became of an action for one application. */
export function actionResult(
  application: Application,
  outcome: ActionResult['outcome'],
  message: string,
  warnings: string[] = [],
): ActionResult {
  const { id, cluster, kind, namespace, name } = application;
  const path = namespace ? `${namespace}/${name}` : name;
  return {
    applicationId: id,
    title: `${kind} ${path} on ${cluster}`,
    outcome,
    message,
    warnings,
  };
}
