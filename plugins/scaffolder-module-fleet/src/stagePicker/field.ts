import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetStagePicker } from './FleetStagePicker';
import { FleetStagePickerSchema } from './schema';

/** `ui:field: FleetStagePicker`. */
export const field = createFormField({
  name: 'FleetStagePicker',
  component: FleetStagePicker,
  schema: FleetStagePickerSchema,
});
