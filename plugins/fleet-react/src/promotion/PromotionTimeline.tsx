import type { PromotionEvent } from '@fleetcommander/backstage-plugin-fleet-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { Muted } from '../layout/Muted';
import { ExternalLink } from '../links/ExternalLink';
import { InternalLink } from '../links/InternalLink';
import { stateColor } from '../state/stateLooks';
import { Age } from '../time/Age';
import { Moment } from '../time/Moment';
import { TimedText } from '../time/TimedText';
import { eventLooks } from './promotionLooks';
import { WaitsFor } from './WaitsFor';

/** Props of {@link PromotionTimeline}. @public */
export interface PromotionTimelineProps {
  /** In the order in which they are to be shown. */
  events: readonly PromotionEvent[];
  /** Where a promotion is shown; absent on its own page. */
  linkTo?(promotionId: string): string;
}

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    event: {
      display: 'grid',
      fontSize: theme.typography.pxToRem(14),
      gap: theme.spacing(0, 1.5),
      gridTemplateColumns: '22px minmax(0, 1fr)',
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
      paddingBottom: theme.spacing(1.75),
      position: 'relative',
      '&:not(:last-child)::before': {
        borderLeft: `2px solid ${theme.palette.divider}`,
        bottom: 0,
        content: '""',
        left: 10,
        position: 'absolute',
        top: 24,
      },
      '&:last-child': { paddingBottom: 0 },
    },
    icon: { fontSize: 20, marginTop: 2 },
  }),
  { name: 'FleetPromotionTimeline' },
);

/**
 * Who did what with promotions and freezes, when, and from what to what.
 *
 * @public
 */
export function PromotionTimeline(props: PromotionTimelineProps) {
  const { events, linkTo } = props;
  const classes = useStyles();
  const theme = useTheme();
  return (
    <ol className={classes.list} aria-label="Timeline">
      {events.map(event => {
        const { icon: Icon, word, state } = eventLooks[event.type];
        const { id, at, summary, actor, promotionId, url } = event;
        return (
          <li key={id} className={classes.event}>
            <Icon
              className={classes.icon}
              style={{ color: stateColor(theme, state) }}
              titleAccess={word}
            />
            <div>
              <div>
                {linkTo && promotionId ? (
                  <InternalLink to={linkTo(promotionId)}>
                    <TimedText text={summary} />
                  </InternalLink>
                ) : (
                  <TimedText text={summary} />
                )}
              </div>
              <Muted>
                {actor && (
                  <>
                    by <WaitsFor who={[actor]} />
                    {' · '}
                  </>
                )}
                {placeOf(event)}
                <Moment at={at} /> (<Age at={at} />)
                {url && (
                  <>
                    {' · '}
                    <ExternalLink href={url}>in Git</ExternalLink>
                  </>
                )}
              </Muted>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** What of it the sentence may not say: which application, which stage, from which version to which. */
function placeOf(event: PromotionEvent): string {
  const { application, stage, from, to } = event;
  const versions = [from, to].filter(Boolean).join(' → ');
  const place = [application, stage, versions].filter(Boolean).join(', ');
  return place && `${place} · `;
}
