import {
  Age,
  EmptyState,
  ErrorNotice,
  Freshness,
  Muted,
  Skeleton,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { DriftScope } from './DriftScope';
import { useLookedAt } from './useLookedAt';

/** Says what was looked at and how old that look is: that nothing was found means no more than that. */
export function NothingDiffers(props: { scope?: DriftScope; brief?: boolean }) {
  const { scope, brief } = props;
  const { value: looked, error, refresh } = useLookedAt(scope);

  if (error) {
    return (
      <ErrorNotice error={error} what="what was looked at" onRetry={refresh} />
    );
  }
  if (!looked) {
    return <Skeleton rows={2} label="Loading what was looked at" />;
  }
  const { applications, clusters, oldest, stale } = looked;
  if (applications === 0) {
    return (
      <EmptyState
        title="Nothing to compare"
        description={
          scope
            ? 'No application that you may see belongs here. The Fleet tab says how an application is linked.'
            : 'No application that you may see is on the fleet. You need the permission fleet.application.read, and clusters whose engines can be read: the doctor on a cluster’s page says so.'
        }
      />
    );
  }
  const looks = (
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
  const blind = stale.slice(0, 5).map(({ name, freshness }) => (
    <div key={name}>
      It is not known of {name}: <Freshness freshness={freshness} />
    </div>
  ));
  return brief ? (
    <Muted>
      Nothing differs from Git. {looks}
      {blind}
    </Muted>
  ) : (
    <EmptyState
      title={
        stale.length > 0
          ? 'Nothing differs from Git as far as is known'
          : 'Nothing differs from Git'
      }
      description={
        <>
          {looks} What was found and is over stays: press Ended.
          {blind}
          {stale.length > 5 && <div>And of {stale.length - 5} more.</div>}
        </>
      }
    />
  );
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
}
