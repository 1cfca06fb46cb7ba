import {
  CheckList,
  EmptyState,
  FieldGroup,
  Skeleton,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { Answer } from '../shared/Answer';
import { fieldLook } from '../shared/fieldLook';
import { useOffers } from '../shared/useOffers';
import type { FleetAddonsSchema } from './schema';

/** Any of the addons that the platform offers. */
export function FleetAddons(props: typeof FleetAddonsSchema.TProps) {
  const { formData = [], onChange } = props;
  const offers = useOffers();
  const { label, help, disabled } = fieldLook(props, {
    title: 'Addons',
  });

  return (
    <FieldGroup title={label} help={help}>
      <Answer result={offers} what="the addons">
        {value => {
          if (value === undefined) {
            return offers.loading && <Skeleton />;
          }
          return value.addons.length === 0 ? (
            <EmptyState
              title="The platform offers no addons"
              description="They are listed in fleet.claims.offers.addons of the portal's config."
            />
          ) : (
            <CheckList
              options={value.addons.map(({ name, title, description }) => ({
                value: name,
                title,
                description,
              }))}
              value={formData}
              onChange={onChange}
              disabled={disabled}
            />
          );
        }}
      </Answer>
    </FieldGroup>
  );
}
