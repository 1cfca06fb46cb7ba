import { PickerInput } from '@fleetcommander/backstage-plugin-fleet-react';
import { Answer } from '../shared/Answer';
import { fieldLook } from '../shared/fieldLook';
import { useOffers } from '../shared/useOffers';
import type { FleetEnvironmentPickerSchema } from './schema';

/** One of the environments of the fleet, in the order of promotion. */
export function FleetEnvironmentPicker(
  props: typeof FleetEnvironmentPickerSchema.TProps,
) {
  const { formData, onChange, uiSchema } = props;
  const { allowed } = uiSchema['ui:options'] ?? {};
  const offers = useOffers();

  return (
    <Answer result={offers} what="the environments">
      {value => (
        <PickerInput
          {...fieldLook(props, { title: 'Environment' })}
          value={formData}
          onChange={onChange}
          loading={offers.loading}
          options={(value?.environments ?? [])
            .filter(({ name }) => !allowed || allowed.includes(name))
            .map(({ name, directory }) => ({
              value: name,
              detail: `${directory}/ in Git`,
            }))}
        />
      )}
    </Answer>
  );
}
