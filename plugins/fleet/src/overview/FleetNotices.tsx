import type { Summary } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Mono,
  Muted,
  Notice,
  Since,
  Stack,
  TimedText,
} from '@fleetcommander/backstage-plugin-fleet-react';

import { ClusterName } from '../clusters/ClusterName';

/** What weakens everything below it: a hub that is away, clusters that could not be configured. */
export function FleetNotices(props: { summary: Summary }) {
  const { hubs, sourceProblems } = props.summary;
  const absent = hubs.filter(hub => hub.message !== undefined);

  if (absent.length === 0 && sourceProblems.length === 0) {
    return null;
  }
  return (
    <Stack>
      {absent.map(({ cluster, message, reachability }) => (
        <Notice
          key={cluster}
          severity="warning"
          title={`Hub does not answer: ${cluster}`}
          action={<ClusterName name={cluster} />}
        >
          {message && <TimedText text={message} />}
          {reachability.message && (
            <p>
              <Muted>
                {reachability.message}, <Since at={reachability.since} />
              </Muted>
            </p>
          )}
        </Notice>
      ))}
      {sourceProblems.length > 0 && (
        <Notice
          severity="warning"
          title="Some of the configuration cannot be used; the rest runs"
        >
          <ul>
            {sourceProblems.map(({ key, message }) => (
              <li key={`${key} ${message}`}>
                <Mono>{key}</Mono>: {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Stack>
  );
}
