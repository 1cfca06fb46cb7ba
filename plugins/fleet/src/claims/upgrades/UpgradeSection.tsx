import type { ClusterUpgrade } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  Columns,
  EntityLink,
  Section,
  Stack,
  StateBadge,
  Text,
  TimedText,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { StopUpgrade } from './StopUpgrade';
import { upgradeStates } from './upgradeWords';
import { UpgradeWave } from './UpgradeWave';

/** An upgrade of clusters, wave by wave. */
export function UpgradeSection(props: {
  upgrade: ClusterUpgrade;
  onDone(): Promise<void>;
}) {
  const { upgrade, onDone } = props;
  const { version, state, summary, requester, createdAt, waves } = upgrade;

  return (
    <Section
      title={
        <Stack direction="row" gap={1} align="center" wrap>
          <StateBadge state={upgradeStates[state]} />
          {`Upgrade to Kubernetes ${version}`}
        </Stack>
      }
      subtitle={
        <>
          asked for by <EntityLink entityRef={requester} />{' '}
          <Age at={createdAt} />
        </>
      }
      action={<StopUpgrade upgrade={upgrade} onDone={onDone} />}
    >
      <Stack>
        <Text>
          <TimedText text={summary} />
        </Text>
        <Columns min={240}>
          {waves.map((wave, index) => (
            <UpgradeWave key={wave.title} wave={wave} position={index + 1} />
          ))}
        </Columns>
      </Stack>
    </Section>
  );
}
