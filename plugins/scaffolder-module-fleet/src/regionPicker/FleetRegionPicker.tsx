import { PickerInput } from '@fleetcommander/backstage-plugin-fleet-react';
import { Answer } from '../shared/Answer';
import { fieldLook } from '../shared/fieldLook';
import { useOffers } from '../shared/useOffers';
import { textAt } from '../shared/valueAt';
import { ofProvider } from '../shared/ofProvider';
import type { FleetRegionPickerSchema } from './schema';

/** One of the regions that the platform offers, of the chosen cloud. Where it names none, anything may be written. */
export function FleetRegionPicker(
  props: typeof FleetRegionPickerSchema.TProps,
) {
  const { formData, onChange, uiSchema, formContext } = props;
  const { providerField } = uiSchema['ui:options'] ?? {};
  const provider = textAt(formContext?.formData, providerField);
  const offers = useOffers();

  return (
    <Answer result={offers} what="the regions">
      {value => {
        const regions = ofProvider(value?.regions ?? [], provider);
        return (
          <PickerInput
            {...fieldLook(props, { title: 'Region' })}
            value={formData}
            onChange={onChange}
            loading={offers.loading}
            freeText={value?.regions.length === 0}
            empty={`The platform offers no region of ${provider}`}
            options={regions.map(region => ({
              value: region.name,
              detail: region.provider,
            }))}
          />
        );
      }}
    </Answer>
  );
}
