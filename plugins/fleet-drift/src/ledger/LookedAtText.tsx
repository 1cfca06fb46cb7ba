import {
  Age,
  Freshness,
  Muted,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { LookedAt } from './useLookedAt';

const fewClusters = 5;

/** How far and how old the look is that found nothing, in a few lines. */
export function LookedAtText(props: { looked: LookedAt }) {
  const { looked } = props;
  return looked.applications === 0 ? (
    <Muted>
      No application that you may see belongs here, so nothing is compared with
      Git.
    </Muted>
  ) : (
    <Muted>
      Nothing differs from Git. <HowFar looked={looked} />
      <Unknown looked={looked} />
    </Muted>
  );
}

/** What was compared, and when last. */
export function HowFar(props: { looked: LookedAt }) {
  const { applications, clusters, oldest } = props.looked;
  return (
    <>
      {`${counted(applications, 'application')} on ${counted(
        clusters,
        'cluster',
      )} that you may see ${
        applications === 1 ? 'is' : 'are'
      } compared with Git whenever something changes there. The oldest look was `}
      <Age at={oldest} />.
    </>
  );
}

/** Where nothing that was found means nothing. */
export function Unknown(props: { looked: LookedAt }) {
  const { stale } = props.looked;
  return (
    <>
      {stale.slice(0, fewClusters).map(({ name, freshness }) => (
        <div key={name}>
          It is not known of {name}: <Freshness freshness={freshness} />
        </div>
      ))}
      {stale.length > fewClusters && (
        <div>And of {stale.length - fewClusters} more.</div>
      )}
    </>
  );
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
}
