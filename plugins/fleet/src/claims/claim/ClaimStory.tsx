import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Freshness,
  Mono,
  Notice,
  Section,
  Stack,
  StateBadge,
  Text,
  TimedText,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { plainWords } from '../plainWords';
import { ClaimActions } from './ClaimActions';
import { ClaimFacts } from './ClaimFacts';
import { FailingLeaf } from './FailingLeaf';

/** How a claim is, in plain words and then in the engine's own; first what everything else waits for. */
export function ClaimStory(props: { claim: Claim }) {
  const { claim } = props;
  const { summary, reason, message, freshness } = claim;
  // Of what is well nothing needs a person.
  const failing = claim.state === 'healthy' ? undefined : claim.failing;
  const engineWords = [reason, message].filter(Boolean).join(': ');

  return (
    <Section
      title={
        <Stack direction="row" gap={1} align="center" wrap>
          <StateBadge
            state={claim.state}
            summary={summary}
            stale={freshness.stale}
          />
          {claim.name}
        </Stack>
      }
      subtitle={`${claim.kind}${
        claim.namespace ? ` in ${claim.namespace}` : ''
      } on ${claim.cluster}`}
      action={<ClaimActions claim={claim} />}
    >
      <Stack>
        {failing && <FailingLeaf leaf={failing} />}
        {freshness.stale && (
          <Notice severity="warning" title="This is the last known state">
            <Freshness freshness={freshness} />
          </Notice>
        )}
        {claim.deleting && (
          <Notice severity="info" title="It is being deleted">
            What it is made of goes first; then it is gone.
          </Notice>
        )}
        {claim.paused && (
          <Notice severity="info" title="It is paused">
            Nothing of it is corrected or made until the annotation
            crossplane.io/paused is taken away, in Git.
          </Notice>
        )}
        {!failing && (
          <Stack gap={1}>
            <Text variant="strong">
              <TimedText text={plainWords(summary, message)} />
            </Text>
            {engineWords && <Mono wrap>{engineWords}</Mono>}
          </Stack>
        )}
        <ClaimFacts claim={claim} />
      </Stack>
    </Section>
  );
}
