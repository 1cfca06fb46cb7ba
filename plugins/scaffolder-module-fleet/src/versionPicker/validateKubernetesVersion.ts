import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { fleetOf } from '../shared/fleetOf';
import { notOffered } from '../shared/notOffered';
import { textAt } from '../shared/valueAt';
import { whyNotNext } from './whyNotNext';

/** Only a version that the platform offers will do, and for a cluster only the next one. @public */
export const validateKubernetesVersion: CustomFieldValidator<
  string,
  { clusterField?: string }
> = async (value, field, context) => {
  if (!value) {
    return;
  }
  const fleet = fleetOf(context);
  const { versions } = await fleet.claims.offers();
  const { clusterField } = context.uiSchema?.['ui:options'] ?? {};
  const name = textAt(context.formData, clusterField);
  const current =
    name === undefined
      ? undefined
      : (await fleet.getCluster(name)).cluster.version;
  const problem =
    notOffered(
      value,
      versions.map(({ version }) => version),
      'version',
    ) ?? whyNotNext(current, value);
  if (problem) {
    field.addError(problem);
  }
};
