import type { FluxWebhook } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  CodeView,
  Muted,
  Notice,
  Section,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** Whether the Flux of a cluster tells what it does by itself, and how to have it do so. */
export function FluxWebhookSection(props: { webhook: FluxWebhook }) {
  const { configured, accepted, acceptedAt, refused, ...setup } = props.webhook;
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
        {setup.config && (
          <CodeView
            code={setup.config}
            title="To add to app-config, with a secret of this cluster alone"
          />
        )}
        <CodeView
          code={setup.secretCommand}
          title="The same secret on the cluster"
          collapsed={collapsed}
        />
        <CodeView
          code={setup.manifest}
          title="Provider and Alert"
          collapsed={collapsed}
        />
        <Muted>
          openssl rand -hex 32 makes a secret. If Flux runs in another namespace
          than flux-system, so do these three. Where it was told to refer to no
          other namespace, each namespace needs its own.
        </Muted>
      </Stack>
    </Section>
  );
}
