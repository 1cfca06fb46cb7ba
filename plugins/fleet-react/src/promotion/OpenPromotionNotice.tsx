import type { Promotion } from '@fleetcommander/backstage-plugin-fleet-common';
import { EntityLink } from '../links/EntityLink';
import { ExternalLink } from '../links/ExternalLink';
import { InternalLink } from '../links/InternalLink';
import { Notice } from '../notices/Notice';
import { TimedText } from '../time/TimedText';

/** Says that somebody is about the same stage already, who, and what comes of asking once more. */
export function OpenPromotionNotice(props: {
  promotion: Promotion;
  linkTo(promotionId: string): string;
}) {
  const { promotion, linkTo } = props;
  const { id, to, requester, version, pullRequest, summary } = promotion;
  return (
    <Notice
      severity="info"
      title={
        <>
          <InternalLink to={linkTo(id)}>
            {`A promotion to ${to} is under way`}
          </InternalLink>
          {version && `: ${version}`}
        </>
      }
    >
      {requester && (
        <>
          Asked for by <EntityLink entityRef={requester} />.{' '}
        </>
      )}
      <TimedText text={summary} />.{' '}
      {pullRequest && (
        <>
          What is the same meets in{' '}
          <ExternalLink href={pullRequest.url}>
            pull request #{pullRequest.number}
          </ExternalLink>
          ; no second one is opened.
        </>
      )}
    </Notice>
  );
}
