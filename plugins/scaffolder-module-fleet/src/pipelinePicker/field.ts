import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetPipelinePicker } from './FleetPipelinePicker';
import { FleetPipelinePickerSchema } from './schema';

/** `ui:field: FleetPipelinePicker`. */
export const field = createFormField({
  name: 'FleetPipelinePicker',
  component: FleetPipelinePicker,
  schema: FleetPipelinePickerSchema,
});
