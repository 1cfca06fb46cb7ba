import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetKubernetesVersionPicker } from './FleetKubernetesVersionPicker';
import { FleetKubernetesVersionPickerSchema } from './schema';
import { validateKubernetesVersion } from './validateKubernetesVersion';

/** `ui:field: FleetKubernetesVersionPicker`. */
export const field = createFormField({
  name: 'FleetKubernetesVersionPicker',
  component: FleetKubernetesVersionPicker,
  validation: validateKubernetesVersion,
  schema: FleetKubernetesVersionPickerSchema,
});
