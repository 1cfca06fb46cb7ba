import { PickerInput } from '@fleetcommander/backstage-plugin-fleet-react';
import { Answer } from '../shared/Answer';
import { fieldLook } from '../shared/fieldLook';
import type { FleetPipelinePickerSchema } from './schema';
import { usePipelines } from './usePipelines';

/** One of the applications that have stages. */
export function FleetPipelinePicker(
  props: typeof FleetPipelinePickerSchema.TProps,
) {
  const { formData, onChange } = props;
  const pipelines = usePipelines();
  return (
    <Answer result={pipelines} what="the pipelines">
      {list => (
        <PickerInput
          {...fieldLook(props, { title: 'Application' })}
          value={formData}
          onChange={onChange}
          loading={pipelines.loading}
          empty="No application that you may see has stages in a repository of fleet.git.repositories"
          options={(list?.items ?? []).map(({ id, application, stages }) => ({
            value: id,
            title: application,
            detail: stages
              .map(({ name, version }) => [name, version].join(' ').trim())
              .join(' → '),
          }))}
        />
      )}
    </Answer>
  );
}
