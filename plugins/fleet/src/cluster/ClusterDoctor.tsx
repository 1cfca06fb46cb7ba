import type { Outcome } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  CodeView,
  ErrorNotice,
  KeyValues,
  Mono,
  Notice,
  Section,
  Skeleton,
  Stack,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';
import { DoctorChecks } from './DoctorChecks';
import { FluxWebhookSection } from './FluxWebhookSection';

/** What can be read on a cluster and what not, why, and how to mend it. */
export function ClusterDoctor(props: { cluster: string }) {
  const { cluster } = props;
  const {
    value: doctor,
    error,
    refresh,
  } = useFleet((api, signal) => api.getDoctor(cluster, { signal }), [cluster]);
  const [complete, setComplete] = useState(false);

  if (!doctor) {
    return error ? (
      <ErrorNotice error={error} what="the doctor" onRetry={refresh} />
    ) : (
      <Skeleton rows={8} label="Loading the doctor" />
    );
  }
  const problems = doctor.checks.filter(
    ({ outcome }) => !['ok', 'not-installed', 'pending'].includes(outcome),
  );
  const pending = doctor.checks.some(({ outcome }) => outcome === 'pending');
  const count = (outcome: Outcome) =>
    doctor.checks.filter(check => check.outcome === outcome).length;
  const shown = doctor.checks.filter(
    ({ outcome }) => complete || !['ok', 'not-installed'].includes(outcome),
  );

  return (
    <Stack gap={3}>
      {problems.length === 0 ? (
        <Notice
          severity={pending ? 'info' : 'success'}
          title={
            pending
              ? 'Some of it is still to be read'
              : 'All that is installed can be read'
          }
        />
      ) : (
        <Notice
          severity="warning"
          title={`${problems.length} of ${doctor.checks.length} checks found something`}
        >
          A tab that stays empty because of this is not proof that nothing is
          there.
        </Notice>
      )}
      <KeyValues
        items={[
          {
            key: 'API server',
            value: doctor.apiServer && <Mono wrap>{doctor.apiServer}</Mono>,
          },
          { key: 'Sign-in', value: doctor.signIn },
        ]}
      />
      {shown.length > 0 && <DoctorChecks checks={shown} />}
      <div>
        <ActionButton size="small" onClick={() => setComplete(!complete)}>
          {complete
            ? 'Show only what is to be mended'
            : `Show all: ${count('ok')} can be read, ${count(
                'not-installed',
              )} not installed`}
        </ActionButton>
      </div>
      {doctor.manifest && (
        <Section
          title="What would mend it"
          subtitle={`Apply this to ${cluster}, or put it into the repository that makes it`}
        >
          <CodeView code={doctor.manifest} title="RBAC for the reader" />
        </Section>
      )}
      {doctor.fluxWebhook && (
        <FluxWebhookSection webhook={doctor.fluxWebhook} />
      )}
    </Stack>
  );
}
