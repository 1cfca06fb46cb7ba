import type { FluxWebhook } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  CodeView,
  Mono,
  Notice,
  Section,
  Stack,
  Text,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** Whether the Flux of a cluster tells what it does by itself, and how to have it do so. */
export function FluxWebhookSection(props: { webhook: FluxWebhook }) {
  const { configured, address, accepted, acceptedAt, refused, ...setup } =
    props.webhook;
  const collapsed = accepted > 0;
  return (
    <Section
      title="What Flux tells by itself"
      subtitle="Without it, what Flux corrects is read from the cluster’s Events every five minutes, and API servers drop some where there are many"
    >
      <Stack gap={2}>
        {accepted > 0 ? (
          <Notice
            severity="success"
            title={
              accepted === 1 ? '1 event came' : `${accepted} events have come`
            }
          >
            The last one <Age at={acceptedAt} />
          </Notice>
        ) : (
          <Notice
            severity="info"
            title={
              configured
                ? 'A secret is configured, and no event has come so far'
                : 'No secret is configured for this cluster'
            }
          />
        )}
        {refused.map(({ outcome, message, count, lastAt }) => (
          <Notice
            key={outcome}
            severity="warning"
            title={count === 1 ? '1 was refused' : `${count} were refused`}
          >
            {message} The last one <Age at={lastAt} />
          </Notice>
        ))}
        {accepted === 0 && isOfThisMachine(address) && (
          <Notice
            severity="info"
            title="Only the machine of the portal reaches the address below"
          >
            Set backend.baseUrl to one that this cluster reaches, and the
            manifests have it.
          </Notice>
        )}
        <Text>
          A secret of this cluster alone, such as{' '}
          <Mono>openssl rand -hex 32</Mono> makes, goes into the config and onto
          the cluster; Provider and Alert tell Flux what to send where. If Flux
          runs in another namespace than flux-system, so do these three. Where
          it was told to refer to no other namespace, each namespace needs its
          own.
        </Text>
        {setup.config && (
          <CodeView code={setup.config} title="To add to app-config" />
        )}
        <CodeView
          code={setup.secretCommand}
          title="The secret on the cluster"
          collapsed={collapsed}
        />
        <CodeView
          code={setup.manifest}
          title="Provider and Alert"
          collapsed={collapsed}
        />
      </Stack>
    </Section>
  );
}

function isOfThisMachine(address: string): boolean {
  return /^(localhost|127\..*|\[::1\])$/.test(new URL(address).hostname);
}
