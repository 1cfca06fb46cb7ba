import type { ClaimOffers } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Notice,
  PickerInput,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { Answer } from '../shared/Answer';
import { fieldLook } from '../shared/fieldLook';
import { useOffers } from '../shared/useOffers';
import { textAt } from '../shared/valueAt';
import type { FleetKubernetesVersionPickerSchema } from './schema';
import { whyNotNext } from './whyNotNext';

/** One of the versions of Kubernetes that the platform offers; with a cluster chosen, what comes next for it. */
export function FleetKubernetesVersionPicker(
  props: typeof FleetKubernetesVersionPickerSchema.TProps,
) {
  const { formData, onChange, uiSchema, formContext } = props;
  const { clusterField } = uiSchema['ui:options'] ?? {};
  const name = textAt(formContext?.formData, clusterField);
  const offers = useOffers();
  const cluster = useFleet(
    async (api, signal) =>
      name === undefined
        ? undefined
        : (await api.getCluster(name, { signal })).cluster,
    [name],
    { once: true },
  );
  const current = cluster.value?.version;
  const look = fieldLook(props, {
    title: 'Kubernetes version',
    help: current && `${name} runs ${current}`,
  });

  return (
    <Answer result={offers} what="the versions">
      {value => (
        <>
          <PickerInput
            {...look}
            value={formData}
            onChange={onChange}
            loading={offers.loading || cluster.loading}
            freeText={value?.versions.length === 0}
            empty="The platform offers no version"
            options={(value?.versions ?? []).map(offer => ({
              value: offer.version,
              detail: supportOf(offer),
              disabledReason: whyNotNext(current, offer.version),
            }))}
          />
          {name && !cluster.loading && current === undefined && (
            <Notice severity="warning">
              {`What ${name} runs is not known, so whether a version is the next one for it cannot be told.`}
            </Notice>
          )}
        </>
      )}
    </Answer>
  );
}

function supportOf(offer: ClaimOffers['versions'][number]): string | undefined {
  const { endOfLife, supported } = offer;
  if (endOfLife === undefined) {
    return undefined;
  }
  return supported
    ? `supported until ${endOfLife}`
    : `not supported since ${endOfLife}`;
}
