import { PickerInput } from '@fleetcommander/backstage-plugin-fleet-react';
import { usePipelines } from '../pipelinePicker/usePipelines';
import { Answer } from '../shared/Answer';
import { fieldLook } from '../shared/fieldLook';
import { textAt } from '../shared/valueAt';
import type { FleetStagePickerSchema } from './schema';

/** One of the stages of an application that another field names. */
export function FleetStagePicker(props: typeof FleetStagePickerSchema.TProps) {
  const { formData, onChange, uiSchema } = props;
  const { pipelineField = 'pipelineId' } = uiSchema['ui:options'] ?? {};
  const pipelineId = textAt(props.formContext?.formData, pipelineField);
  const pipelines = usePipelines();
  return (
    <Answer result={pipelines} what="the stages">
      {list => (
        <PickerInput
          {...fieldLook(props, { title: 'Stage' })}
          value={formData}
          onChange={onChange}
          loading={pipelines.loading}
          empty={
            pipelineId
              ? 'It has no stages that you may see'
              : 'Choose an application first'
          }
          options={(
            list?.items.find(({ id }) => id === pipelineId)?.stages ?? []
          ).map(({ name, environment, version, lacks }) => ({
            value: name,
            detail: [
              environment !== name && environment,
              version && `runs ${version}`,
              lacks > 0 && `lacks ${lacks} of what the stage before it runs`,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      )}
    </Answer>
  );
}
