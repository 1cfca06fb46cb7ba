import { WallClockInput } from '@fleetcommander/backstage-plugin-fleet-react';
import { fieldLook } from '../shared/fieldLook';
import { textAt } from '../shared/valueAt';
import { instantIn } from './instantIn';
import type { FleetLocalTimeSchema } from './schema';

/** A day and time by the clock of a time zone that another field names, and what it is by the viewer's own. */
export function FleetLocalTime(props: typeof FleetLocalTimeSchema.TProps) {
  const { formData, onChange, uiSchema } = props;
  const { timeZoneField = 'timeZone' } = uiSchema['ui:options'] ?? {};
  const timeZone = textAt(props.formContext?.formData, timeZoneField) ?? 'UTC';
  const look = fieldLook(props, { title: 'Time' });
  const own = formData && ownTime(formData, timeZone);
  return (
    <WallClockInput
      {...look}
      value={formData}
      onChange={onChange}
      help={[look.help ?? `By the clock of ${timeZone}.`, own]
        .filter(Boolean)
        .join(' ')}
    />
  );
}

/** Nothing, where the viewer's clock shows the same. */
function ownTime(text: string, timeZone: string): string | undefined {
  const instant = instantIn(text, timeZone);
  const viewer = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!instant || instantIn(text, viewer)?.getTime() === instant.getTime()) {
    return undefined;
  }
  const shown = new Intl.DateTimeFormat(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(instant);
  return `That is ${shown} by yours.`;
}
