import {
  LineInput,
  PickerInput,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { Answer } from '../shared/Answer';
import { fieldLook } from '../shared/fieldLook';
import { textAt } from '../shared/valueAt';
import type { FleetFreezeTitleSchema } from './schema';

/** What a new freeze is to be called, or which one of those that there are. */
export function FleetFreezeTitle(props: typeof FleetFreezeTitleSchema.TProps) {
  const { formData, onChange, uiSchema } = props;
  const { deedField = 'deed' } = uiSchema['ui:options'] ?? {};
  const isNew = textAt(props.formContext?.formData, deedField) === 'add';
  const freezes = useFleet(
    (api, signal) => api.promotions.freezes({}, { signal }),
    [],
    { once: true, pause: isNew },
  );
  const { invalid, ...look } = fieldLook(props, { title: 'Freeze' });

  return isNew ? (
    <LineInput {...look} value={formData ?? ''} onChange={onChange} />
  ) : (
    <Answer result={freezes} what="the freezes">
      {list => (
        <PickerInput
          {...look}
          invalid={invalid}
          value={formData}
          onChange={onChange}
          options={[...new Set(list?.titles)].map(value => ({ value }))}
          loading={freezes.loading}
          empty="There are no freezes"
        />
      )}
    </Answer>
  );
}
