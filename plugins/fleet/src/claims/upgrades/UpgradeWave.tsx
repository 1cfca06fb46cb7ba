import type { ClusterUpgrade } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ExternalLink,
  Muted,
  Stack,
  StateBadge,
  Text,
  TimedText,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ClaimLink } from '../list/ClaimLink';
import { upgradeItemWords } from './upgradeWords';

/** The clusters of one wave, and how far each is. */
export function UpgradeWave(props: {
  wave: ClusterUpgrade['waves'][number];
  position: number;
}) {
  const { wave, position } = props;
  const { title, clusters } = wave;
  const done = clusters.filter(({ state }) => state === 'done').length;

  return (
    <Stack gap={1}>
      <Text variant="strong" as="h3">
        {position}. {title}
      </Text>
      <Muted>
        {done} of {clusters.length} done
      </Muted>
      {clusters.map(({ cluster, claimId, state, summary, pullRequest }) => {
        const words = upgradeItemWords[state];
        return (
          <Stack key={cluster} gap={0}>
            <span>
              <StateBadge
                state={words.state}
                summary={words.word}
                size="small"
                iconOnly
              />{' '}
              <ClaimLink id={claimId} name={cluster} />
              {pullRequest && (
                <>
                  {' '}
                  <ExternalLink href={pullRequest.url}>
                    #{pullRequest.number}
                  </ExternalLink>
                </>
              )}
            </span>
            <Muted>
              <TimedText text={summary || words.word} />
            </Muted>
          </Stack>
        );
      })}
    </Stack>
  );
}
